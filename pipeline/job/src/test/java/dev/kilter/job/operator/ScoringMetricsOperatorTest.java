package dev.kilter.job.operator;

import static dev.kilter.job.operator.ScoreInputs.MILLIS;
import static dev.kilter.job.operator.ScoreInputs.bundle;
import static dev.kilter.job.operator.ScoreInputs.measured;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.PerEntity;
import dev.kilter.job.config.RuntimeConfig;
import dev.kilter.onnx.OpenSessions;
import dev.kilter.onnx.Processor;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the score stage measures of its models, in batches of three at most. */
class ScoringMetricsOperatorTest {
  private static final String FLAT = "model=flat/1";
  private static final String CARRIED = "model=carried/1";
  private static final String CLASSIFIER = "model=classifier-choking/1";

  private final int sessionsBefore = OpenSessions.count();
  private final Counted counted = new Counted();
  private KeyedOneInputStreamOperatorTestHarness<String, Envelope<Sequence>, Envelope<Score>>
      harness;

  /** Where the networks run. */
  Processor processor() {
    return Processor.CPU;
  }

  @BeforeEach
  void open() throws Exception {
    harness =
        Harnesses.scoring(
            new ScoreSequences(
                Map.of(
                    "pumps", PerEntity.same(bundle("flat")),
                    "fans", PerEntity.same(bundle("carried"))),
                Map.of(
                    "pumps", new Classification(bundle("classifier-choking"), PerEntity.same(1.5))),
                new RuntimeConfig(3, Duration.ofMillis(50), 2, processor()),
                new UnscoredSequences(
                    "events", Map.of("pumps", List.of("t", "v"), "fans", List.of("t", "v")))),
            new MockEnvironmentBuilder().setMetricGroup(counted).build());
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void aBatchIsMeasuredOnceWhateverItsSize() throws Exception {
    sendWindows(1, 2, 3);
    sendWindows(4, 5);
    harness.processWatermark(1);

    assertThat(counted.told(FLAT, "batchSize")).containsExactly(2, 3);
    assertThat(counted.told(FLAT, "runMicros")).hasSize(2).doesNotContain(-1);
    assertThat(counted.count(FLAT, "sequences")).isEqualTo(5);
    assertThat(counted.count(FLAT, "failures")).isZero();
  }

  @Test
  void theTimeInTheQueueIsThatOfTheFirst() throws Exception {
    sendWindows(1);
    harness.setProcessingTime(20);
    sendWindows(2, 3);

    sendWindows(4, 5, 6);
    harness.processWatermark(1);

    assertThat(counted.told(FLAT, "queueMillis")).containsExactly(0, 20);
  }

  @Test
  void whatCouldNotBeScoredIsAFailure() throws Exception {
    sendWindows(1, Float.NaN, 3);
    harness.processWatermark(1);

    assertThat(counted.count(FLAT, "failures")).isEqualTo(1);
  }

  @Test
  void eachModelIsMeasuredByItself() throws Exception {
    sendWindows(1);
    sendRow("a");
    sendRow("a");
    sendRow("b");
    harness.processWatermark(1);

    assertThat(counted.count(FLAT, "sequences")).isEqualTo(1);
    assertThat(counted.count(CARRIED, "sequences")).isEqualTo(3);
    assertThat(counted.told(CARRIED, "batchSize")).containsExactly(1, 2);
    assertThat(counted.told(CARRIED, "queueMillis")).containsExactly(0);
  }

  @Test
  void aClassifierIsMeasuredByWhatIsOdd() throws Exception {
    sendWindows(1, 6, 8);
    sendWindows(999, 6);
    harness.processWatermark(1);

    assertThat(counted.told(CLASSIFIER, "batchSize")).containsExactly(2, 2);
    assertThat(counted.told(CLASSIFIER, "runMicros")).hasSize(2).doesNotContain(-1);
    assertThat(counted.count(CLASSIFIER, "sequences")).isEqualTo(4);
    assertThat(counted.count(CLASSIFIER, "failures")).isEqualTo(1);
  }

  @Test
  void theSessionsOfTheProcessAreThere() {
    assertThat(counted.gauge("sessions")).isEqualTo(sessionsBefore + 3);
    assertThat(counted.gauge("models")).isEqualTo(2);
    assertThat(counted.gauge("modelsOnCuda")).isEqualTo(0);
  }

  private void sendWindows(float... newest) throws Exception {
    for (float value : newest) {
      send(Subject.of("pumps", "a"), 0, 0, 0, 0, 0, 0, value, 0);
    }
  }

  private void sendRow(String entity) throws Exception {
    send(Subject.of("fans", entity), 4, 0);
  }

  private void send(Subject subject, float... values) throws Exception {
    harness.processElement(measured(subject, values), MILLIS);
  }
}
