package dev.kilter.tools.replay;

import dev.kilter.job.operator.ScoreReport;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.util.List;

/**
 * What a detector made of one entity.
 *
 * @param entities the names of all entities in the recording, as they first came
 * @param reports how each instant was judged, or why not
 * @param sequences what the model was shown at the instants asked for
 */
public record EntityResults(
    List<String> entities, List<ScoreReport> reports, List<Envelope<Sequence>> sequences) {}
