package dev.kilter.job.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.config.TimeConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class EventTimeTest {
  private static final TimeConfig TIME =
      TimeConfig.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofDays(1));
  private static final DeadLetter RUBBISH =
      new DeadLetter(Decoding.POSITION, 99_000, null, null, DeadLetterReason.NULL_VALUE, "null");

  private final HandMovedClock clock = new HandMovedClock();
  private final Told told = new Told();
  private final EventTime time = new EventTime(TIME, clock);

  @Test
  void theWatermarkIsTheNewestEventLessTheLateness() {
    sees(event(60_000));
    assertThat(told.lines).containsExactly("watermark 54999");
  }

  @Test
  void anOlderEventDoesNotTakeItBack() {
    sees(event(60_000), event(50_000));
    assertThat(told.lines).containsExactly("watermark 54999", "watermark 54999");
  }

  @Test
  void beforeTheFirstEventThereIsNone() {
    time.onPeriodicEmit(told);
    assertThat(told.lines).isEmpty();
  }

  @Test
  void aDeadLetterDoesNotMoveTheTime() {
    sees(event(60_000), RUBBISH);
    assertThat(told.lines).containsExactly("watermark 54999", "watermark 54999");
  }

  @Test
  void withoutEventsItIsIdleAfterAWhile() {
    clock.passes(Duration.ofSeconds(30));
    time.onPeriodicEmit(told);
    assertThat(told.lines).isEmpty();
    clock.passes(Duration.ofMillis(1));
    time.onPeriodicEmit(told);
    assertThat(told.lines).containsExactly("idle");
  }

  @Test
  void idlenessCountsFromTheLastEvent() {
    clock.passes(Duration.ofSeconds(29));
    sees(event(60_000));
    clock.passes(Duration.ofSeconds(29));
    time.onPeriodicEmit(told);
    assertThat(told.lines).containsExactly("watermark 54999", "watermark 54999");
  }

  @Test
  void nothingButRubbishIsIdle() {
    for (int second = 0; second < 31; second++) {
      clock.passes(Duration.ofSeconds(1));
      sees(RUBBISH);
    }
    assertThat(told.lines).containsExactly("idle");
  }

  @Test
  void anEventMakesItActiveAgain() {
    clock.passes(Duration.ofSeconds(31));
    time.onPeriodicEmit(told);
    sees(event(60_000));
    assertThat(told.lines).containsExactly("idle", "watermark 54999");
  }

  @Test
  void rubbishDoesNot() {
    clock.passes(Duration.ofSeconds(31));
    time.onPeriodicEmit(told);
    sees(RUBBISH);
    assertThat(told.lines).containsExactly("idle", "idle");
  }

  private void sees(Decoded... records) {
    for (Decoded decoded : records) {
      time.onEvent(decoded, 123_456_789, told);
      time.onPeriodicEmit(told);
    }
  }

  private static Event event(long timeMillis) {
    return new Event("pump-17", timeMillis, new double[] {1}, 0, 0, 0);
  }

  /** A clock that stands still unless it is moved. */
  private static final class HandMovedClock implements RelativeClock {
    private long nanos = Long.MAX_VALUE - 5;

    void passes(Duration duration) {
      nanos += duration.toNanos();
    }

    @Override
    public long relativeTimeMillis() {
      return nanos / 1_000_000;
    }

    @Override
    public long relativeTimeNanos() {
      return nanos;
    }
  }

  /** Writes down what it is told. */
  private static final class Told implements WatermarkOutput {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void emitWatermark(Watermark watermark) {
      lines.add("watermark " + watermark.getTimestamp());
    }

    @Override
    public void markIdle() {
      lines.add("idle");
    }

    @Override
    public void markActive() {
      lines.add("active");
    }
  }
}
