package dev.kilter.tools.alert;

import dev.kilter.UserError;
import dev.kilter.alert.CarriedEvidence;
import dev.kilter.alert.Evidence;
import dev.kilter.alert.IncidentId;
import dev.kilter.alert.MovedChannel;
import dev.kilter.event.Reading;
import dev.kilter.job.Detector;
import dev.kilter.job.PastDetector;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelRunException;
import dev.kilter.onnx.ScoringBatch;
import dev.kilter.onnx.SequenceScorer;
import dev.kilter.score.Baseline;
import dev.kilter.score.Score;
import dev.kilter.score.ScoringRule;
import dev.kilter.sequence.MissingRowsException;
import dev.kilter.sequence.RowsAgain;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import dev.kilter.sequence.ToldRows;
import java.util.Arrays;
import java.util.List;

/** Scores the moment of an alert again: the same records, the same rows, the same model. */
final class ScoreAgain {
  private final PipelineConfig config;
  private final ToldAlert alert;
  private final Subject subject;
  private final Evidence evidence;

  /**
   * Of an alert.
   *
   * @param config the pipeline file
   */
  ScoreAgain(PipelineConfig config, ToldAlert alert) {
    this.config = config;
    this.alert = alert;
    this.subject = alert.subject();
    this.evidence = alert.evidence();
  }

  /**
   * Scores it.
   *
   * @throws UserError when the pipeline file is another, or the model is not there
   * @throws NotScoredException when what there is does not suffice
   */
  SecondScore score(TopicRecords records) throws InterruptedException, NotScoredException {
    checkPipeline();
    checkEvidence();
    Detector detector =
        PastDetector.of(config, subject.detector(), subject.entity(), alert.model());
    ModelBundle bundle = detector.models().of(subject.entity());
    EvidenceRecords fetched = new EvidenceRecords(config, records, alert.told().topic());
    Sequence rows = rows(evidence.rows(), detector, fetched);
    CarriedEvidence carried = evidence.carried();
    Sequence lead =
        carried == null || carried.lead() == null ? null : rows(carried.lead(), detector, fetched);
    try (SequenceScorer scorer = SequenceScorer.open(bundle)) {
      Score score = judged(run(scorer, lead, rows), detector);
      double weight = rule(detector).weight();
      return new SecondScore(
          bundle.contract(), rows, score, raw(score), new Averaged(alert, weight).with(score));
    } catch (ModelRunException e) {
      throw new NotScoredException("the network does not run on its rows: " + e.getMessage(), e);
    }
  }

  private void checkPipeline() {
    long opened = alert.message().moment().opened().toEpochMilli();
    String id = IncidentId.of(config.name(), subject.detector(), subject, opened);
    if (!id.equals(alert.incident())) {
      throw new UserError(
          "The pipeline "
              + config.name()
              + " gives no incident the id "
              + alert.incident()
              + ": the alert is of another one, or of one that had another name. Give its file.");
    }
  }

  private void checkEvidence() throws NotScoredException {
    if (!alert.restsOnRecords()) {
      throw new NotScoredException(
          "it rests on no records: nothing was scored when it was told, as the entity had stopped");
    }
    if (alert.told().shortened()) {
      throw new NotScoredException(
          "it does not hold all it rests on: with that it would have been larger than 64 KiB");
    }
  }

  private Sequence rows(ToldRows told, Detector detector, EvidenceRecords records)
      throws InterruptedException, NotScoredException {
    boolean needed = !told.tellsAll(detector.sequences().channels().count());
    List<Reading> readings = needed ? records.of(subject.entity(), told) : List.of();
    try {
      return new RowsAgain(
              detector.sequences(), config.events().watched(), config.time().duplicates())
          .of(subject, told, readings);
    } catch (MissingRowsException e) {
      throw new NotScoredException(
          "its rows do not come again: "
              + e.getMessage()
              + "; either records are missing, or the pipeline file has changed since",
          e);
    }
  }

  private Score run(SequenceScorer scorer, Sequence lead, Sequence rows)
      throws ModelRunException, NotScoredException {
    float[] state = state(scorer);
    ScoringBatch batch = new ScoringBatch();
    for (int row = 0; lead != null && row < lead.length(); row++) {
      batch.clear();
      batch.add(row(lead, row), state);
      scorer.score(batch);
    }
    batch.clear();
    batch.add(rows, state);
    scorer.score(batch);
    return batch.score(0).orElseThrow(() -> new NotScoredException("the model gives no number"));
  }

  private float[] state(SequenceScorer scorer) throws NotScoredException {
    float[] told = evidence.carried() == null ? new float[0] : evidence.carried().state();
    if (told.length != 0 && told.length != scorer.stateSize()) {
      throw new NotScoredException(
          "it holds a state of %d numbers, and the network carries %d"
              .formatted(told.length, scorer.stateSize()));
    }
    return told.length == 0 ? new float[scorer.stateSize()] : told;
  }

  private static Sequence row(Sequence rows, int row) {
    int channels = rows.channels();
    int from = row * channels;
    return new Sequence(
        rows.subject(),
        rows.fromMillis(),
        rows.timeMillis(),
        Arrays.copyOfRange(rows.values(), from, from + channels),
        Arrays.copyOfRange(rows.mask(), from, from + channels),
        channels,
        rows.offsets());
  }

  /** Measured from where it was, without deviations that do not matter. */
  private Score judged(Score score, Detector detector) throws NotScoredException {
    Score measured = evidence.baselines().isEmpty() ? score : baseline(detector).measure(score);
    return rule(detector).deviations().apply(measured);
  }

  private Baseline baseline(Detector detector) throws NotScoredException {
    List<String> names = List.of(detector.sequences().channels().names());
    Baseline baseline = Baseline.begin(names.size());
    for (MovedChannel moved : evidence.baselines()) {
      int channel = names.indexOf(moved.name());
      if (channel < 0) {
        throw new NotScoredException("the model has no channel " + moved.name());
      }
      baseline.levels()[channel] = moved.level();
      baseline.spreads()[channel] = moved.spread();
    }
    return baseline;
  }

  private ScoringRule rule(Detector detector) {
    return detector.judge().models().of(subject.entity()).rule();
  }

  private Compared raw(Score score) {
    return Averaged.compared(evidence.raw(), score.raw(), score.raw(), score.raw());
  }
}
