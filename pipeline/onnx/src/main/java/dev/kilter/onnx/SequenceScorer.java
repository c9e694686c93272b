package dev.kilter.onnx;

import dev.kilter.UserError;
import dev.kilter.event.PerEntity;
import dev.kilter.score.ErrorStatistics;
import dev.kilter.score.Score;
import dev.kilter.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scores sequences with one bundle, each by what is normal for its entity. Owns the model; closed
 * once, safe to close twice.
 */
public final class SequenceScorer implements AutoCloseable {
  private final OnnxModel model;
  private final PerEntity<Statistics> statistics;

  private SequenceScorer(OnnxModel model, PerEntity<Statistics> statistics) {
    this.model = model;
    this.statistics = statistics;
  }

  /**
   * Admits the bundle and loads it.
   *
   * @throws UserError saying which promise the bundle breaks, or that it classifies
   */
  public static SequenceScorer open(ModelBundle bundle) {
    if (bundle.contract().classifies()) {
      throw new UserError(
          "Model bundle " + bundle.place() + " is of the kind classification and scores nothing");
    }
    return new SequenceScorer(Admission.admit(bundle), bundle.statistics());
  }

  /** What the bundle promises. */
  public ModelContract contract() {
    return model.contract();
  }

  /**
   * Scores a batch that nothing is carried into.
   *
   * @return a score for each sequence, in order; none where the network gave no number
   * @throws ModelRunException when the network does not run
   */
  public List<Optional<Score>> score(List<Sequence> sequences) throws ModelRunException {
    List<ScorerInput> inputs =
        sequences.stream().map(s -> new ScorerInput(s, ModelInput.NO_STATE)).toList();
    return advance(inputs).stream().map(ScorerOutput::score).toList();
  }

  /**
   * Scores a batch, no two of one entity, and says what to carry on to each one's next row.
   *
   * @return one for each input, in order
   * @throws ModelRunException when the network does not run
   */
  public List<ScorerOutput> advance(List<ScorerInput> inputs) throws ModelRunException {
    List<ModelOutput> outputs = model.run(inputs.stream().map(this::modelInput).toList());
    List<ScorerOutput> scored = new ArrayList<>(inputs.size());
    for (int index = 0; index < outputs.size(); index++) {
      scored.add(scored(inputs.get(index), outputs.get(index)));
    }
    return scored;
  }

  private ModelInput modelInput(ScorerInput input) {
    Sequence rows = input.sequence().last(contract().sequence().length());
    OwnScale scale = scaleOf(rows);
    float[] values = rows.values();
    return new ModelInput(
        scale == null ? values : scale.toModel(values), rows.mask(), input.state());
  }

  private OwnScale scaleOf(Sequence sequence) {
    return OwnScale.of(statistics.of(sequence.subject().entity()), model.contract());
  }

  @Override
  public void close() {
    model.close();
  }

  private ScorerOutput scored(ScorerInput input, ModelOutput output) {
    return output.isFinite()
        ? new ScorerOutput(Optional.of(score(input.sequence(), output)), output.state())
        : new ScorerOutput(Optional.empty(), input.state());
  }

  private Score score(Sequence sequence, ModelOutput output) {
    ErrorStatistics errors = statistics.of(sequence.subject().entity()).errors();
    float[] parts = errors.standardise(output.errors(), sequence.present());
    OwnScale scale = scaleOf(sequence);
    return new Score(
        sequence.fromMillis(),
        sequence.timeMillis(),
        ErrorStatistics.raw(parts),
        parts,
        sequence.newest(),
        scale == null ? output.expected() : scale.fromModel(output.expected()),
        sequence.offsets());
  }
}
