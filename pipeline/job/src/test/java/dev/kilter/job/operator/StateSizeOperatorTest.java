package dev.kilter.job.operator;

import static dev.kilter.job.operator.PlanMaker.plan;
import static dev.kilter.job.operator.StageMaker.stage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.AlertPolicy;
import dev.kilter.alert.DetectorId;
import dev.kilter.alert.Judge;
import dev.kilter.alert.ModelReference;
import dev.kilter.alert.ModelRule;
import dev.kilter.event.Event;
import dev.kilter.event.PerEntity;
import dev.kilter.health.ChannelRules;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.score.Score;
import dev.kilter.score.ScoringRule;
import dev.kilter.sequence.Aggregate;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Fill;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** How much is kept of an entity, in a snapshot, whatever is looked at. */
@SuppressWarnings("try") // the harness may be interrupted as it closes
class StateSizeOperatorTest {
  private static final int LENGTH = 32;
  private static final int CHANNELS = 8;
  private static final int ENTITIES = 1_000;
  private static final long SECOND = 1_000;

  /** Values and times as they are, a bit of mask for each value, one range of offsets. */
  private static final int RING_BYTES =
      LENGTH * CHANNELS * Float.BYTES
          + LENGTH * CHANNELS / Byte.SIZE
          + LENGTH * Long.BYTES
          + Integer.BYTES
          + 2 * Long.BYTES;

  private static final double MOST_BYTES = 1.3 * RING_BYTES + 300;

  private final Random random = new Random(4);

  @Test
  void whatIsKeptOfAnEntityIsHardlyMoreThanItsRing() throws Exception {
    double sequence = bytesEach(0);
    double judge = bytesOfTheWatch();
    System.out.printf(
        "kept of an entity: %.0f bytes by sequence, %.0f by judge, at most %.0f%n",
        sequence, judge, MOST_BYTES);
    assertThat(sequence + judge).isBetween((double) RING_BYTES / 2, MOST_BYTES);
  }

  @Test
  void onAGridItIsNotMore() throws Exception {
    assertThat(bytesEach(5 * SECOND) + bytesOfTheWatch()).isLessThan(MOST_BYTES);
  }

  private double bytesEach(long periodMillis) throws Exception {
    try (var harness = sequencing(periodMillis)) {
      long nothing = size(harness);
      for (int row = 0; row < 10 * LENGTH; row++) {
        for (int entity = 0; entity < ENTITIES; entity++) {
          harness.processElement(event(entity, row), row * SECOND);
        }
        harness.processWatermark(row * SECOND - 1);
      }
      harness.processWatermark(10 * LENGTH * SECOND);
      return (double) (size(harness) - nothing) / ENTITIES;
    }
  }

  private double bytesOfTheWatch() throws Exception {
    try (var harness = judging()) {
      long nothing = size(harness);
      for (int entity = 0; entity < ENTITIES; entity++) {
        Subject subject = Subject.of("pumps", "pump-" + entity);
        for (int row = 0; row < 5; row++) {
          harness.processElement(new Envelope.Judgeable<>(subject, row, score(row)), row);
        }
      }
      return (double) (size(harness) - nothing) / ENTITIES;
    }
  }

  private Event event(int entity, int row) {
    double[] values = random.doubles(CHANNELS).toArray();
    values[row % CHANNELS] = Double.NaN;
    int partition = entity % 12;
    long offset = 5_000_000_000L + (long) row * ENTITIES + entity;
    return new Event("pump-" + entity, row * SECOND, values, partition, offset, 0);
  }

  /** Odd, so that an incident is open and kept. */
  private static Score score(int row) {
    float[] each = new float[CHANNELS];
    Arrays.fill(each, 99);
    return new Score(0, row, 99, each, each, each, List.of(OffsetRange.of(0, row)));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Event, ?> sequencing(
      long periodMillis) throws Exception {
    PlanMaker plan =
        plan(LENGTH, names())
            .entities("*")
            .modelVersion("pump-lstm-ae/1#0123456789abcdef")
            .period(periodMillis)
            .maxGap(600_000)
            .aggregate(Aggregate.MEAN)
            .fill(Fill.LINEAR, 60_000)
            .limits(0.5, 4, false);
    BuildSequences build =
        stage(plan)
            .trusting(new ChannelRules(-9, 9, 99, 60_000, 60_000, false))
            .silentAfter(600_000)
            .forgetAfter(86_400_000)
            .judgingLate()
            .operator();
    return Harnesses.opened(build, Event::entity, KilterTypes.SEQUENCES);
  }

  private static String[] names() {
    return IntStream.range(0, CHANNELS).mapToObj(i -> "channel-" + i).toArray(String[]::new);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Envelope<Score>, ?> judging()
      throws Exception {
    Judge judge =
        new Judge(
            new DetectorId("plant", "pumps"),
            PerEntity.same(
                new ModelRule(
                    new ModelReference("pump-lstm-ae", "1", "0123456789abcdef"),
                    new ScoringRule(0.1, 4))),
            AlertPolicy.standard(),
            List.of(names()));
    return Harnesses.opened(
        new JudgeScores(Map.of("pumps", judge)), Envelope::entity, KilterTypes.ALERT);
  }

  private static long size(KeyedOneInputStreamOperatorTestHarness<String, ?, ?> harness)
      throws Exception {
    return harness.snapshot(1, 1).getStateSize();
  }
}
