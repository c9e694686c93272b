package dev.kilter.job.operator;

import static dev.kilter.job.operator.PlanMaker.plan;
import static dev.kilter.job.operator.StageMaker.stage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertStatus;
import dev.kilter.event.Event;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys without end: state is bounded by who is there, not by who ever was. */
class MillionEntitiesOperatorTest {
  private static final int ENTITIES = 1_000_000;
  private static final int THERE_AT_ONCE = 1_000;
  private static final int AT_A_TIME = 100;
  private static final long FORGET_AFTER = 60_000;

  private final Map<AlertStatus, Integer> alerts = new EnumMap<>(AlertStatus.class);
  private KeyedOneInputStreamOperatorTestHarness<String, Event, Envelope<Sequence>> sequence;
  private KeyedOneInputStreamOperatorTestHarness<String, Envelope<Score>, Alert> judge;

  @BeforeEach
  void open() throws Exception {
    BuildSequences build =
        stage(plan(1, "flow"))
            .silentAfter(FORGET_AFTER / 2)
            .forgetAfter(FORGET_AFTER)
            .judgingLate()
            .operator();
    sequence = Harnesses.opened(build, Event::entity, KilterTypes.SEQUENCES);
    judge = JudgeStage.ofPumps();
  }

  @AfterEach
  void close() throws Exception {
    sequence.close();
    judge.close();
  }

  @Test
  void aMillionEntitiesThatComeAndGoLeaveTheStateItBeganWith() throws Exception {
    long atFirst = size();
    long now = 0;
    for (int entity = 0; entity < ENTITIES; entity++) {
      now += FORGET_AFTER / THERE_AT_ONCE;
      sequence.processElement(event(entity, now), now);
      if (entity % AT_A_TIME == 0) {
        passes(now);
      }
    }
    assertThat(sequence.numKeyedStateEntries()).isBetween(1, 4 * THERE_AT_ONCE);
    assertThat(judge.numKeyedStateEntries()).isBetween(1, 2 * THERE_AT_ONCE);

    passes(now + 2 * FORGET_AFTER);

    assertThat(sequence.numKeyedStateEntries() + judge.numKeyedStateEntries()).isZero();
    assertThat(sequence.numEventTimeTimers() + judge.numEventTimeTimers()).isZero();
    assertThat(size()).isEqualTo(atFirst);
    assertThat(alerts).containsEntry(AlertStatus.OPEN, ENTITIES / 2);
    assertThat(alerts).containsEntry(AlertStatus.CLOSED, ENTITIES / 2);
  }

  private long size() throws Exception {
    return sequence.snapshot(1, 1).getStateSize() + judge.snapshot(1, 1).getStateSize();
  }

  /** Time goes on, and what sequence says is scored by its value and judged. */
  private void passes(long millis) throws Exception {
    sequence.processWatermark(millis);
    for (Envelope<Sequence> envelope : sequence.extractOutputValues()) {
      judge.processElement(envelope.map(MillionEntitiesOperatorTest::score), millis);
    }
    judge.extractOutputValues().forEach(alert -> alerts.merge(alert.status(), 1, Integer::sum));
    discardOutput(sequence, BuildSequences.HEALTH, BuildSequences.ROWS);
    discardOutput(judge, JudgeScores.SCORES);
  }

  private static void discardOutput(
      KeyedOneInputStreamOperatorTestHarness<?, ?, ?> harness, OutputTag<?>... aside) {
    harness.getOutput().clear();
    for (OutputTag<?> tag : aside) {
      Queue<?> records = harness.getSideOutput(tag);
      if (records != null) {
        records.clear();
      }
    }
  }

  /** Every other entity is odd. */
  private static Event event(int entity, long millis) {
    double value = entity % 2 == 0 ? 0 : 9;
    return new Event("pump-" + entity, millis, new double[] {value}, 0, millis, 0);
  }

  private static Score score(Sequence sequence) {
    float[] newest = sequence.newest();
    return new Score(
        sequence.fromMillis(),
        sequence.timeMillis(),
        newest[0],
        newest,
        newest,
        new float[1],
        List.of());
  }
}
