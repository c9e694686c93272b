package dev.kilter.onnx;

import dev.kilter.UserError;
import dev.kilter.event.PerEntity;
import dev.kilter.score.Carried;
import dev.kilter.score.ErrorStatistics;
import dev.kilter.score.Score;
import dev.kilter.sequence.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
    return open(bundle, Execution.onCpu());
  }

  /**
   * Admits the bundle and loads it, to be run in this way.
   *
   * @throws UserError saying which promise the bundle breaks, or that it classifies
   */
  public static SequenceScorer open(ModelBundle bundle, Execution execution) {
    if (bundle.contract().classifies()) {
      throw new UserError(
          "Model bundle " + bundle.place() + " is of the kind classification and scores nothing");
    }
    return new SequenceScorer(Admission.admit(bundle, execution), bundle.statistics());
  }

  /** What the bundle promises. */
  public ModelContract contract() {
    return model.contract();
  }

  /** Whether it runs on a GPU. */
  public boolean runsOnCuda() {
    return model.runsOn().onCuda();
  }

  /** Whether its runs go through a thread of the session's own: who asks does no work meanwhile. */
  public boolean runsOnOwnThread() {
    return model.runsOn().onOwnThread();
  }

  /** Why it runs on the CPU, where a GPU was wanted and could be done without. */
  public Optional<String> whyNotOnCuda() {
    return Optional.ofNullable(model.runsOn().whyNotOnCuda());
  }

  /** So many sequences at most may be scored at once. */
  public int mostAtOnce() {
    return model.mostAtOnce();
  }

  /** How many numbers are carried from row to row of an entity; 0 where nothing is. */
  public int stateSize() {
    return model.stateSize();
  }

  /**
   * Scores a batch that nothing is carried into.
   *
   * @return a score for each sequence, in order; none where the network gave no number
   * @throws ModelRunException when the network does not run
   */
  public List<Optional<Score>> score(List<Sequence> sequences) throws ModelRunException {
    ScoringBatch batch = new ScoringBatch();
    for (Sequence sequence : sequences) {
      batch.add(sequence, new float[stateSize()]);
    }
    score(batch);
    return IntStream.range(0, batch.size()).mapToObj(batch::score).toList();
  }

  /**
   * Scores a batch, of a network that carries state no two of one entity. States are those for each
   * entity's next row then; they and the score stay as they were where the network gave no number.
   *
   * @throws ModelRunException when the network does not run; nothing has changed then
   * @throws IllegalArgumentException when these are more than {@link #mostAtOnce()}
   */
  public void score(ScoringBatch batch) throws ModelRunException {
    int length = batch.size() == 0 ? 0 : rows(batch.sequence(0));
    for (int index = 1; index < batch.size(); index++) {
      if (rows(batch.sequence(index)) != length) {
        scoreByLength(batch);
        return;
      }
    }
    scoreOfOneLength(batch, length);
  }

  /** Scores a batch sequence by sequence; where the network does not run, the batch says why. */
  public void scoreOneByOne(ScoringBatch batch) {
    ScoringBatch alone = new ScoringBatch();
    for (int index = 0; index < batch.size(); index++) {
      alone.clear();
      alone.add(batch.sequence(index), batch.state(index), batch.carried(index));
      try {
        score(alone);
        batch.take(index, alone.scoreOrNull(0));
      } catch (ModelRunException e) {
        batch.fail(index, e.getMessage());
      }
    }
  }

  /** Sequences of each length apart. */
  private void scoreByLength(ScoringBatch batch) throws ModelRunException {
    Map<Integer, List<Integer>> places =
        LengthBuckets.of(batch.size(), place -> rows(batch.sequence(place)));
    for (Map.Entry<Integer, List<Integer>> bucket : places.entrySet()) {
      ScoringBatch alike = new ScoringBatch();
      for (int place : bucket.getValue()) {
        alike.add(batch.sequence(place), batch.state(place), batch.carried(place));
      }
      scoreOfOneLength(alike, bucket.getKey());
      for (int index = 0; index < alike.size(); index++) {
        batch.take(bucket.getValue().get(index), alike.scoreOrNull(index));
      }
    }
  }

  private void scoreOfOneLength(ScoringBatch batch, int length) throws ModelRunException {
    if (batch.size() == 0) {
      return;
    }
    model.begin(batch.size(), length);
    for (int index = 0; index < batch.size(); index++) {
      Sequence sequence = batch.sequence(index);
      OwnScale scale = scaleOf(sequence);
      float[] values = sequence.values();
      model.inputs().put(index, scale == null ? values : scale.toModel(values), sequence.mask());
    }
    runCarrying(batch);
    for (int index = 0; index < batch.size(); index++) {
      takeOut(batch, index);
    }
    if (batch.rowsFollow()) {
      model.outputs().carryOn();
      batch.carriedOn(true);
    }
  }

  /** Runs what was put in, with the states of the batch or those that are there already. */
  private void runCarrying(ScoringBatch batch) throws ModelRunException {
    boolean there = batch.isCarriedOn();
    for (int index = 0; !there && index < batch.size(); index++) {
      model.inputs().putState(index, batch.state(index));
    }
    batch.carriedOn(false);
    try {
      model.run();
    } catch (ModelRunException e) {
      for (int index = 0; there && index < batch.size(); index++) {
        model.inputs().state(index, batch.state(index));
      }
      throw e;
    }
  }

  private int rows(Sequence sequence) {
    return Math.min(sequence.length(), model.contract().sequence().length());
  }

  private void takeOut(ScoringBatch batch, int index) {
    boolean finite = model.outputs().isFinite(index);
    if (finite) {
      batch.take(index, score(batch.sequence(index), batch.carried(index), index));
    } else {
      model.outputs().restoreState(index);
    }
    if (!batch.rowsFollow()) {
      model.outputs().state(index, batch.state(index));
    }
  }

  private OwnScale scaleOf(Sequence sequence) {
    return OwnScale.of(statistics.of(sequence.subject().entity()), model.contract());
  }

  @Override
  public void close() {
    model.close();
  }

  private Score score(Sequence sequence, Carried carried, int index) {
    float[] expected = new float[sequence.channels()];
    model.outputs().answer(index, expected);
    float[] parts = new float[sequence.channels()];
    model.outputs().error(index, parts);
    ErrorStatistics errors = statistics.of(sequence.subject().entity()).errors();
    errors.standardise(parts, sequence.mask(), sequence.mask().length - parts.length);
    OwnScale scale = scaleOf(sequence);
    return new Score(
        sequence,
        ErrorStatistics.raw(parts),
        parts,
        scale == null ? expected : scale.fromModel(expected),
        carried);
  }
}
