package dev.kilter.job.operator;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertPolicy;
import dev.kilter.alert.DetectorId;
import dev.kilter.alert.FeedbackOutcome;
import dev.kilter.alert.Judge;
import dev.kilter.alert.ModelReference;
import dev.kilter.alert.ModelRule;
import dev.kilter.event.Feedback;
import dev.kilter.event.FeedbackVerdict;
import dev.kilter.event.PerEntity;
import dev.kilter.event.ReceivedFeedback;
import dev.kilter.event.RecordPosition;
import dev.kilter.event.SourceRecord;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.score.Score;
import dev.kilter.score.ScoringRule;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/**
 * The judge stage and what people say: a threshold of 4, one odd score opens an incident, one that
 * is not closes it; scores are at most 2 s behind event time.
 */
final class FeedbackStage {
  static final Subject PUMP = Subject.of("pumps", "a");
  static final RecordPosition PLACE = new RecordPosition("control", 0, 41);
  static final byte[] VALUE = {1, 2, 3};

  private KeyedOneInputStreamOperatorTestHarness<String, Envelope<Score>, Alert> harness;

  static FeedbackStage open() throws Exception {
    FeedbackStage stage = new FeedbackStage();
    stage.harness = harness();
    stage.harness.open();
    return stage;
  }

  void close() throws Exception {
    harness.close();
  }

  /** What is remembered outlives it, what was said does not. */
  void restart() throws Exception {
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(state);
    harness.open();
  }

  void score(int second, float part) throws Exception {
    send(judgeable(PUMP, second, part));
  }

  void scoreOf(String entity, int second, float part) throws Exception {
    send(judgeable(Subject.of("pumps", entity), second, part));
  }

  void silenced(int second, float part) throws Exception {
    send(judgeable(PUMP, second, part).under("s-1"));
  }

  void send(Envelope<Score> envelope) throws Exception {
    harness.processElement(envelope, envelope.timeMillis());
  }

  void hear(FeedbackVerdict verdict, String incident, int second) throws Exception {
    hear(new Feedback(incident, "a", "pumps", verdict, "ana", null, second * 1_000L, -1, -1));
  }

  void hear(Feedback feedback) throws Exception {
    long from = feedback.fromMillis();
    send(
        new Envelope.Heard<>(
            PUMP,
            from,
            new ReceivedFeedback(feedback, new SourceRecord(PLACE, from, null, VALUE))));
  }

  void passes(long millis) throws Exception {
    harness.processWatermark(millis);
  }

  /** The id of the first incident. */
  String opened() {
    return harness.extractOutputValues().get(0).incident().id();
  }

  List<Alert> told() {
    return harness.extractOutputValues();
  }

  List<String> alerts() {
    return told().stream()
        .map(alert -> alert.status().label() + " @" + alert.timeMillis() / 1000)
        .toList();
  }

  List<String> outcomes() {
    return aside(Hearings.OUTCOMES).stream().map(FeedbackStage::said).toList();
  }

  <T> List<T> aside(OutputTag<T> tag) {
    var output = harness.getSideOutput(tag);
    return output == null ? List.of() : output.stream().map(StreamRecord::getValue).toList();
  }

  int stateEntries() {
    return harness.numKeyedStateEntries();
  }

  int timers() {
    return harness.numEventTimeTimers();
  }

  private static Envelope.Judgeable<Score> judgeable(Subject subject, int second, float part) {
    long time = second * 1_000L;
    float[] one = {part};
    Score score = new Score(time, time, part, one, one, new float[1], List.of());
    return new Envelope.Judgeable<>(subject, time, score);
  }

  private static String said(FeedbackOutcome outcome) {
    return "%s %s %s -> %s"
        .formatted(
            outcome.feedback().verdict().label(),
            outcome.effect().kind().label(),
            outcome.effect().before(),
            outcome.effect().after());
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Envelope<Score>, Alert> harness()
      throws Exception {
    Judge judge =
        new Judge(
            new DetectorId("plant", "pumps"),
            PerEntity.same(
                new ModelRule(new ModelReference("flat", "1", "00"), new ScoringRule(1, 4))),
            new AlertPolicy(1, 1, 1, Duration.ZERO),
            List.of("flow"));
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<String, Envelope<Score>, Alert>(
            new KeyedProcessOperator<>(
                new JudgeScores(
                    Map.of("pumps", judge),
                    Map.of(),
                    Reports.all(),
                    new AlertDelays(Map.of("pumps", 2_000L), 2_000))),
            Envelope::entity,
            Types.STRING);
    harness.setup(
        KilterTypes.ALERT.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }
}
