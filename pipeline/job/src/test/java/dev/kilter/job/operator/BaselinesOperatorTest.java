package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertPolicy;
import dev.kilter.alert.DetectorId;
import dev.kilter.alert.Judge;
import dev.kilter.alert.ModelReference;
import dev.kilter.alert.ModelRule;
import dev.kilter.event.PerEntity;
import dev.kilter.health.HealthMessage;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.score.Rebaselining;
import dev.kilter.score.Score;
import dev.kilter.score.ScoringRule;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The judge stage of a detector for which an error that has lasted 40 s is normal; threshold 4. */
class BaselinesOperatorTest {
  private static final int SPAN = 40;
  private static final Subject PUMP = Subject.of("pumps", "a");

  private KeyedOneInputStreamOperatorTestHarness<String, Envelope<Score>, Alert> harness;
  private int second;

  @BeforeEach
  void open() throws Exception {
    Judge judge =
        new Judge(
            new DetectorId("test", "pumps"),
            PerEntity.same(
                new ModelRule(new ModelReference("flat", "1", "00"), new ScoringRule(1, 4))),
            new AlertPolicy(1, 1, 1, Duration.ZERO),
            List.of("flow"));
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(
                new JudgeScores(
                    Map.of("pumps", judge),
                    Map.of("pumps", new Rebaselining(Duration.ofSeconds(SPAN), 10)),
                    Reports.all(),
                    new AlertDelays(Map.of(), 0))),
            Envelope::entity,
            Types.STRING);
    harness.setup(
        KilterTypes.ALERT.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void anAlarmEndsOnceItsCauseIsNormal() throws Exception {
    send(PUMP, SPAN, 0);
    send(PUMP, 2 * SPAN, 6);

    assertThat(alerts()).containsExactly("open @40", "closed @90");
    assertThat(health()).containsExactly("rebaselined flow began @90 since 90");
  }

  @Test
  void aFaultThatIsShorterStaysInAlarmToItsEnd() throws Exception {
    send(PUMP, SPAN, 0);
    send(PUMP, SPAN - 1, 6);
    send(PUMP, SPAN, 0);

    assertThat(alerts()).containsExactly("open @40", "closed @79");
    assertThat(health()).isEmpty();
  }

  @Test
  void behindAGapTheNewNormalStays() throws Exception {
    send(PUMP, 2 * SPAN, 6);
    harness.processElement(new Envelope.Reset<>(PUMP, second * 1000L, "gap: nothing for 1 s"), 0);
    send(PUMP, SPAN / 2, 6);

    assertThat(alerts()).containsExactly("open @0", "closed @50");
  }

  @Test
  void anotherModelBeginsWithItsOwnNormal() throws Exception {
    send(PUMP, 5 * SPAN / 4 + 1, 6);
    harness.processElement(new Envelope.Reset<>(PUMP, second * 1000L, Envelope.Reset.NEW_MODEL), 0);
    send(PUMP, 1, 6);

    assertThat(alerts()).containsExactly("open @0", "closed @50", "open @51");
    assertThat(health())
        .containsExactly(
            "rebaselined flow began @50 since 50", "rebaselined flow ended @51 since 50");
  }

  @Test
  void whatCameTooLateIsMeasuredAsTheModelDoes() throws Exception {
    send(new Subject("pumps", "a", true), 3 * SPAN, 6);

    assertThat(alerts()).containsExactly("open @0");
    assertThat(health()).isEmpty();
  }

  @Test
  void nothingIsKeptOfAnEntityThatIsForgotten() throws Exception {
    send(PUMP, 5 * SPAN / 4 + 1, 6);
    harness.processElement(new Envelope.Forgotten<>(PUMP, second * 1000L), 0);

    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(health()).endsWith("rebaselined flow ended @51 since 50");
  }

  private void send(Subject subject, int count, float part) throws Exception {
    for (int i = 0; i < count; i++) {
      long time = second++ * 1000L;
      float[] one = {part};
      Score score = new Score(time, time, part, one, one, new float[1], List.of());
      harness.processElement(new Envelope.Judgeable<>(subject, time, score), time);
    }
  }

  private List<String> alerts() {
    return harness.extractOutputValues().stream()
        .map(alert -> alert.status().label() + " @" + alert.timeMillis() / 1000)
        .toList();
  }

  private List<String> health() {
    var messages = harness.getSideOutput(JudgeScores.HEALTH);
    return messages == null
        ? List.of()
        : messages.stream().map(StreamRecord::getValue).map(BaselinesOperatorTest::said).toList();
  }

  private static String said(HealthMessage message) {
    return message.kind().label()
        + " "
        + message.scope().channel()
        + (message.began() ? " began @" : " ended @")
        + message.timeMillis() / 1000
        + " since "
        + message.sinceMillis() / 1000;
  }
}
