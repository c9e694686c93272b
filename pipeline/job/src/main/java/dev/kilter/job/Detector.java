package dev.kilter.job;

import dev.kilter.alert.Judge;
import dev.kilter.event.PerEntity;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.score.Rebaselining;
import dev.kilter.sequence.SequencePlan;

/**
 * A detector with everything it needs: how it cuts sequences, what scores them, who judges.
 *
 * @param id its name
 * @param sequences how it cuts sequences
 * @param models each entity's model, or none where there is none
 * @param judge its judge
 * @param rebaselining when something lasting becomes normal, or null: never
 * @param classifier the model that names what is wrong, or null: nothing does
 */
public record Detector(
    String id,
    SequencePlan sequences,
    PerEntity<ModelBundle> models,
    Judge judge,
    Rebaselining rebaselining,
    ModelBundle classifier) {

  /** A detector that does not say what is wrong. */
  public Detector(
      String id,
      SequencePlan sequences,
      PerEntity<ModelBundle> models,
      Judge judge,
      Rebaselining rebaselining) {
    this(id, sequences, models, judge, rebaselining, null);
  }
}
