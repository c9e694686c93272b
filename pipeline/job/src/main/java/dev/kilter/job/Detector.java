package dev.kilter.job;

import dev.kilter.alert.Judge;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.score.Rebaselining;
import dev.kilter.sequence.SequencePlan;

/**
 * A detector with everything it needs: how it cuts sequences, what scores them, who judges.
 *
 * @param id its name
 * @param sequences how it cuts sequences
 * @param bundle its model
 * @param judge its judge
 * @param rebaselining when something lasting becomes normal, or null: never
 */
public record Detector(
    String id,
    SequencePlan sequences,
    ModelBundle bundle,
    Judge judge,
    Rebaselining rebaselining) {}
