package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertPolicy;
import dev.kilter.alert.AlertSummary;
import dev.kilter.alert.DetectorId;
import dev.kilter.alert.Judge;
import dev.kilter.alert.ModelReference;
import dev.kilter.alert.ModelRule;
import dev.kilter.event.PerEntity;
import dev.kilter.score.Score;
import dev.kilter.score.ScoringRule;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The judge stage on its own: one watch per entity and detector, kept across restarts. */
class JudgeScoresOperatorTest {
  private KeyedOneInputStreamOperatorTestHarness<String, Envelope<Score>, Alert> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness("pumps");
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void entitiesAreJudgedApart() throws Exception {
    send("a", 1, 5);
    send("b", 1, 0);
    send("a", 2, 5);
    send("b", 2, 0);

    assertThat(alerts()).containsExactly("a 1 open @2");
  }

  @Test
  void anIncidentOutlivesARestart() throws Exception {
    send("a", 1, 5);
    send("a", 2, 5);
    String id = harness.extractOutputValues().get(0).incident().id();
    restart();
    send("a", 3, 0);
    send("a", 4, 0);

    assertThat(alerts()).containsExactly("a 2 closed @4");
    assertThat(harness.extractOutputValues().get(0).incident().id()).isEqualTo(id);
  }

  @Test
  void aCountThatIsHalfFullOutlivesARestart() throws Exception {
    send("a", 1, 5);
    restart();
    send("a", 2, 5);

    assertThat(alerts()).containsExactly("a 1 open @2");
  }

  @Test
  void aResetForgetsTheCount() throws Exception {
    send("a", 1, 5);
    harness.processElement(
        new Envelope.Reset<>(Subject.of("pumps", "a"), 2, "new model version"), 2);
    send("a", 2, 5);

    assertThat(alerts()).isEmpty();
  }

  @Test
  void whatIsNotJudgedIsReportedWithItsReason() throws Exception {
    harness.processElement(
        new Envelope.NotJudged<>(Subject.of("pumps", "a"), 7, "not enough history"), 7);

    assertThat(harness.getSideOutput(JudgeScores.SCORES))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.getValue().notJudged()).isEqualTo("not enough history");
              assertThat(record.getValue().timeMillis()).isEqualTo(7);
            });
  }

  @Test
  void oneWatchIsKeptPerEntityAndNoTimer() throws Exception {
    for (int time = 1; time <= 20; time++) {
      send("a", time, time % 7);
      send("b", time, time % 3);
    }

    assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
    assertThat(harness.numEventTimeTimers()).isZero();
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void whatIsForgottenIsClosedAndNothingOfItIsKept() throws Exception {
    send("a", 1, 5);
    send("a", 2, 5);
    harness.processElement(new Envelope.Forgotten<>(Subject.of("pumps", "a"), 9), 9);

    assertThat(alerts()).containsExactly("a 1 open @2", "a 2 closed @9");
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  @Test
  void theLateAreJudgedAndForgottenApart() throws Exception {
    Subject late = new Subject("pumps", "a", true);
    send("a", 1, 5);
    send(late, 1, 5);
    assertThat(alerts()).isEmpty();

    send(late, 2, 5);

    assertThat(harness.extractOutputValues())
        .singleElement()
        .satisfies(alert -> assertThat(alert.late()).isTrue());
    harness.processElement(new Envelope.Forgotten<>(late, 9), 9);

    assertThat(harness.numKeyedStateEntries()).as("the watch in time").isEqualTo(1);
  }

  @Test
  void whatADetectorThatIsThereNoMoreKeptIsForgottenToo() throws Exception {
    send("a", 1, 5);
    restartAs(harness("others"));
    harness.processElement(new Envelope.Forgotten<>(Subject.of("pumps", "a"), 9), 9);

    assertThat(alerts()).isEmpty();
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  @Test
  void whatADetectorThatIsThereNoMoreHasToldIsClosedAsTheLastToldIt() throws Exception {
    send("a", 1, 5);
    send("a", 2, 6);
    restartAs(harness("others"));
    harness.processElement(new Envelope.Forgotten<>(Subject.of("pumps", "a"), 9, true), 9);

    assertThat(alerts()).containsExactly("a 2 closed @9");
    Alert last = harness.extractOutputValues().get(0);
    assertThat(last.cause().label()).isEqualTo("unwatched");
    assertThat(last.findings().model()).isEqualTo(new ModelReference("flat", "1", "00"));
    assertThat(last.findings().threshold()).isEqualTo(4);
    assertThat(AlertSummary.of(last))
        .isEqualTo(
            "not judged any more, after 8 ms; at its worst the score was 1.5 times its threshold");
  }

  @Test
  void whatIsOpenOfAnEntityThatItsDetectorDoesNotWatchAnyMoreIsClosed() throws Exception {
    send("a", 1, 5);
    send("a", 2, 5);
    harness.processElement(new Envelope.Forgotten<>(Subject.of("pumps", "a"), 9, true), 9);

    assertThat(alerts()).containsExactly("a 1 open @2", "a 2 closed @9");
    assertThat(harness.extractOutputValues().get(1).cause().label()).isEqualTo("unwatched");
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  @Test
  void whatIsOpenOfAnEntityThatHasNoModelAnyMoreIsClosed() throws Exception {
    send("a", 1, 5);
    send("a", 2, 5);
    restartAs(harness("pumps", new PerEntity<>(new TreeMap<>(), null)));
    harness.processElement(new Envelope.NotJudged<>(Subject.of("pumps", "a"), 9, "no model"), 9);
    harness.processElement(new Envelope.NotJudged<>(Subject.of("pumps", "a"), 10, "no model"), 10);

    assertThat(alerts()).containsExactly("a 2 closed @9");
    assertThat(harness.extractOutputValues().get(0).cause().label()).isEqualTo("unwatched");
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  @Test
  void whatIsNotJudgedForAWhileStaysOpen() throws Exception {
    send("a", 1, 5);
    send("a", 2, 5);
    harness.processElement(new Envelope.NotJudged<>(Subject.of("pumps", "a"), 9, "a gap"), 9);

    assertThat(alerts()).containsExactly("a 1 open @2");
  }

  private void send(String entity, long time, double raw) throws Exception {
    send(Subject.of("pumps", entity), time, raw);
  }

  private void send(Subject subject, long time, double raw) throws Exception {
    float[] one = {(float) raw};
    Score score = new Score(time, time, raw, one, one, new float[1], List.of());
    harness.processElement(new Envelope.Judgeable<>(subject, time, score), time);
  }

  private void restart() throws Exception {
    restartAs(harness("pumps"));
  }

  private void restartAs(
      KeyedOneInputStreamOperatorTestHarness<String, Envelope<Score>, Alert> other)
      throws Exception {
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = other;
    harness.initializeState(snapshot);
    harness.open();
  }

  private List<String> alerts() {
    return harness.extractOutputValues().stream()
        .map(
            alert ->
                alert.entity()
                    + " "
                    + alert.incident().revision()
                    + " "
                    + alert.status().label()
                    + " @"
                    + alert.timeMillis())
        .toList();
  }

  /** A threshold of 4, no averaging, 2 of 3 to open, 2 clear to close. */
  private static KeyedOneInputStreamOperatorTestHarness<String, Envelope<Score>, Alert> harness(
      String detector) throws Exception {
    ModelRule flat = new ModelRule(new ModelReference("flat", "1", "00"), new ScoringRule(1, 4));
    return harness(detector, PerEntity.same(flat));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Envelope<Score>, Alert> harness(
      String detector, PerEntity<ModelRule> models) throws Exception {
    Judge judge =
        new Judge(
            new DetectorId("test", detector),
            models,
            new AlertPolicy(2, 3, 2, Duration.ZERO),
            List.of("temperature"));
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new JudgeScores(Map.of(detector, judge))),
        Envelope::entity,
        Types.STRING);
  }
}
