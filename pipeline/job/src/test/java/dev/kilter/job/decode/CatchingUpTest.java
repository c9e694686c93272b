package dev.kilter.job.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.config.TimeConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.SystemClock;
import org.junit.jupiter.api.Test;

/** While events are of long ago, event time goes on less often. */
class CatchingUpTest {
  private static final TimeConfig TIME =
      TimeConfig.of(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(1));
  private static final long NOW = 1_000_000;

  private long nowMillis = NOW;
  private final Watermarks watermarks = new Watermarks();
  private final CatchingUp time =
      new CatchingUp(new EventTime(TIME, SystemClock.getInstance()), () -> nowMillis);

  @Test
  void whileEventsAreOfTheMomentItGoesOnWheneverItIsAsked() {
    sees(NOW - 10_000);
    asked(5);
    sees(NOW - 9_000);
    asked(5);

    assertThat(watermarks.millis).containsExactly(NOW - 10_001, NOW - 9_001);
  }

  @Test
  void whileTheyAreOfLongAgoItGoesOnEvery200Milliseconds() {
    sees(NOW - 60_000);
    asked(5);
    for (int after = 5; after <= 400; after += 5) {
      sees(NOW - 60_000 + after);
      asked(5);
    }

    assertThat(watermarks.millis)
        .containsExactly(NOW - 60_001, NOW - 60_001 + 200, NOW - 60_001 + 400);
  }

  @Test
  void afterSoManyEventsItGoesOnWithoutBeingAsked() {
    for (int event = 1; event < 60_000; event++) {
      sees(NOW - 60_000);
    }
    assertThat(watermarks.millis).isEmpty();

    sees(NOW - 50_000);
    asked(5);

    assertThat(watermarks.millis).containsExactly(NOW - 50_001);
  }

  @Test
  void onceItHasCaughtUpItGoesOnAtOnce() {
    sees(NOW - 60_000);
    asked(5);
    sees(NOW);
    asked(5);

    assertThat(watermarks.millis).containsExactly(NOW - 60_001, NOW - 1);
  }

  @Test
  void oneMachineOfTheMomentIsEnough() {
    sees(NOW);
    sees(NOW - 60_000);
    asked(5);
    asked(5);

    assertThat(watermarks.millis).hasSize(2);
  }

  private void sees(long millis) {
    Decoded event = new Event("pump-1", millis, new double[] {1}, 0, 0, 0);
    time.onEvent(event, millis, watermarks);
  }

  /** Asked to go on, and so much time passes until it is asked again. */
  private void asked(long millis) {
    time.onPeriodicEmit(watermarks);
    nowMillis += millis;
  }

  /** Writes watermarks down. */
  private static final class Watermarks implements WatermarkOutput {
    private final List<Long> millis = new ArrayList<>();

    @Override
    public void emitWatermark(Watermark watermark) {
      millis.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}
  }
}
