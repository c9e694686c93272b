package dev.kilter.onnx;

import dev.kilter.UserError;
import dev.kilter.score.ErrorStatistics;
import dev.kilter.score.Score;
import dev.kilter.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scores sequences with one bundle. Owns the model; closed once, safe to close twice. */
public final class SequenceScorer implements AutoCloseable {
  private final OnnxModel model;
  private final ErrorStatistics statistics;

  private SequenceScorer(OnnxModel model) {
    this.model = model;
    this.statistics = model.contract().errorStatistics();
  }

  /**
   * Admits the bundle and loads it.
   *
   * @throws UserError saying which promise the bundle breaks
   */
  public static SequenceScorer open(ModelBundle bundle) {
    return new SequenceScorer(Admission.admit(bundle));
  }

  /**
   * Scores a batch.
   *
   * @return a score for each sequence, in order; none where the network gave no number
   * @throws ModelRunException when the network does not run
   */
  public List<Optional<Score>> score(List<Sequence> sequences) throws ModelRunException {
    List<ModelOutput> outputs =
        model.run(sequences.stream().map(s -> new ModelInput(s.values(), s.mask())).toList());
    List<Optional<Score>> scores = new ArrayList<>(sequences.size());
    for (int index = 0; index < outputs.size(); index++) {
      scores.add(score(sequences.get(index), outputs.get(index)));
    }
    return scores;
  }

  @Override
  public void close() {
    model.close();
  }

  private Optional<Score> score(Sequence sequence, ModelOutput output) {
    if (!output.isFinite()) {
      return Optional.empty();
    }
    float[] parts = statistics.standardise(output.errors(), sequence.present());
    return Optional.of(
        new Score(
            sequence.fromMillis(),
            sequence.timeMillis(),
            ErrorStatistics.raw(parts),
            parts,
            sequence.newest(),
            output.expected(),
            sequence.offsets()));
  }
}
