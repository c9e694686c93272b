package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.EntityPattern;
import dev.kilter.event.Event;
import dev.kilter.health.ChannelRules;
import dev.kilter.health.WatchedChannel;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.Aggregate;
import dev.kilter.sequence.ChannelSelection;
import dev.kilter.sequence.Duplicates;
import dev.kilter.sequence.EntityRules;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Fill;
import dev.kilter.sequence.JudgingLimits;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.SequencePlan;
import dev.kilter.sequence.SequenceShape;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Keys without end: state is bounded by who is there, not by who ever was. */
@SuppressWarnings("try") // the harness may be interrupted as it closes
class ForgettingOperatorTest {
  private static final int ENTITIES = 1_000_000;
  private static final int THERE_AT_ONCE = 1_000;
  private static final int AT_A_TIME = 100;
  private static final long FORGET_AFTER = 60_000;

  @Test
  void aMillionEntitiesThatComeAndGoLeaveTheStateItBeganWith() throws Exception {
    try (var harness = harness()) {
      long atFirst = harness.snapshot(1, 1).getStateSize();
      long now = 0;
      for (int entity = 0; entity < ENTITIES; entity++) {
        now += FORGET_AFTER / THERE_AT_ONCE;
        send(harness, "pump-" + entity, now);
        if (entity % AT_A_TIME == 0) {
          harness.processWatermark(now);
          discardOutput(harness);
        }
      }
      assertThat(harness.numKeyedStateEntries()).isBetween(1, 3 * THERE_AT_ONCE);

      harness.processWatermark(now + 2 * FORGET_AFTER);

      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.snapshot(2, 2).getStateSize()).isEqualTo(atFirst);
    }
  }

  private static void discardOutput(
      KeyedOneInputStreamOperatorTestHarness<String, Event, Envelope<Sequence>> harness) {
    harness.getOutput().clear();
    harness.getSideOutput(BuildSequences.HEALTH).clear();
    harness.getSideOutput(BuildSequences.ROWS).clear();
  }

  private static void send(
      KeyedOneInputStreamOperatorTestHarness<String, Event, Envelope<Sequence>> harness,
      String entity,
      long millis)
      throws Exception {
    harness.processElement(new Event(entity, millis, new double[] {1}, 0, millis, 0), millis);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Event, Envelope<Sequence>> harness()
      throws Exception {
    ChannelSelection channels =
        new ChannelSelection(
            new String[] {"temperature"},
            new int[] {0},
            new Aggregate[] {Aggregate.LAST},
            new Fill[] {Fill.HOLD},
            new float[1],
            new long[] {60_000});
    SequencePlan plan =
        new SequencePlan(
            "pumps",
            EntityPattern.of("*"),
            "model/1",
            channels,
            new SequenceShape(2, 2, 1, 0, FORGET_AFTER, null),
            new JudgingLimits(1, 1, false));
    BuildSequences build =
        new BuildSequences(
            List.of(plan),
            new EntityRules(
                List.of(new WatchedChannel("temperature", "Cel", ChannelRules.none())),
                FORGET_AFTER / 2,
                FORGET_AFTER),
            new OrderRules(5_000, true, Duplicates.FIRST, FORGET_AFTER),
            new LateEvents("events", List.of("temperature")));
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(build), Event::entity, Types.STRING);
    harness.setup(
        KilterTypes.SEQUENCES.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    harness.open();
    return harness;
  }
}
