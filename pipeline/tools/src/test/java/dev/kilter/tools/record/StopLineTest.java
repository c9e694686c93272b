package dev.kilter.tools.record;

import static dev.kilter.tools.record.Records.ONE;
import static dev.kilter.tools.record.Records.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StopLineTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private final AtomicReference<Instant> clock = new AtomicReference<>(NOON.minusSeconds(1));

  @Test
  void withoutABoundItNeverEnds() {
    StopLine stop = stop(Optional.empty());
    stop.refresh();

    assertThat(stop.isReached(ZERO, Long.MAX_VALUE - 1)).isFalse();
  }

  @Test
  void anOffsetEndsAPartitionBeforeIt() {
    StopLine stop = stop(Optional.of(new TopicBound.Latest()));
    stop.refresh();

    assertThat(stop.excludes(Records.of(ZERO, 9, 0))).isFalse();
    assertThat(stop.excludes(Records.of(ZERO, 10, 0))).isTrue();
    assertThat(stop.isReached(ONE, 19)).isFalse();
    assertThat(stop.isReached(ONE, 20)).isTrue();
  }

  @Test
  void aTimeToComeEndsAPartitionWithTheFirstRecordThatIsNotBeforeIt() {
    StopLine stop = stop(Optional.of(new TopicBound.AtTime(NOON)));
    stop.refresh();

    assertThat(stop.excludes(Records.of(ZERO, 4, NOON.toEpochMilli() - 1))).isFalse();
    assertThat(stop.excludes(Records.of(ZERO, 5, NOON.toEpochMilli()))).isTrue();
    assertThat(stop.excludes(Records.of(ZERO, 6, 0))).isTrue();
    assertThat(stop.isReached(ZERO, 5)).isTrue();
    assertThat(stop.isReached(ONE, 1_000)).isFalse();
  }

  @Test
  void someSecondsAfterTheTimeTheOtherPartitionsEndToo() {
    StopLine stop = stop(Optional.of(new TopicBound.AtTime(NOON)));
    assertThat(stop.excludes(Records.of(ZERO, 5, NOON.toEpochMilli()))).isTrue();
    clock.set(NOON.plusSeconds(5));
    stop.refresh();
    assertThat(stop.isReached(ONE, 20)).isFalse();
    clock.set(NOON.plusSeconds(5).plusMillis(1));
    stop.refresh();

    assertThat(stop.isReached(ZERO, 5)).isTrue();
    assertThat(stop.isReached(ONE, 20)).isTrue();
    assertThat(stop.isReached(ONE, 19)).isFalse();
  }

  private StopLine stop(Optional<TopicBound> until) {
    InstantSource now = clock::get;
    return new StopLine(until, any -> Map.of(ZERO, 10L, ONE, 20L), now);
  }
}
