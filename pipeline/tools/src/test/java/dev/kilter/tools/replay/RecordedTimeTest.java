package dev.kilter.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import dev.kilter.job.config.TimeConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class RecordedTimeTest {
  private final List<Long> watermarks = new ArrayList<>();
  private final RecordedTime time =
      new RecordedTime(
          TimeConfig.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofDays(1)));

  @Test
  void everyFiveHundredEventsTimeIsTheNewestLessTheLateness() {
    send(0, 1, 499);
    assertThat(watermarks).isEmpty();
    send(0, 500, 1_000);
    assertThat(watermarks).containsExactly(500_000 - 5_001L, 1_000_000 - 5_001L);
  }

  @Test
  void theSlowestPartitionHoldsTimeBack() {
    for (int second = 1; second <= 250; second++) {
      event(0, second + 20);
      event(1, second);
    }
    assertThat(watermarks).containsExactly(250_000 - 5_001L);
  }

  @Test
  void aPartitionThatHasGoneSilentHoldsTimeBackNoLonger() {
    event(1, 1);
    send(0, 1, 499);
    assertThat(watermarks).containsExactly(499_000 - 5_001L);
  }

  @Test
  void deadLettersAndTheClockAreNoTime() {
    for (int i = 0; i < 2_000; i++) {
      time.onEvent(
          new DeadLetter(
              new RecordPosition("t", 0, i), 1, null, null, DeadLetterReason.EMPTY, "empty"),
          0,
          new Watermarks());
      time.onPeriodicEmit(new Watermarks());
    }
    assertThat(watermarks).isEmpty();
  }

  private void send(int partition, int fromSecond, int toSecond) {
    for (int second = fromSecond; second <= toSecond; second++) {
      event(partition, second);
    }
  }

  private void event(int partition, int second) {
    long millis = second * 1_000L;
    time.onEvent(
        new Event("pump-1", millis, new double[] {1}, partition, second, 0),
        millis,
        new Watermarks());
  }

  private final class Watermarks implements WatermarkOutput {
    @Override
    public void emitWatermark(Watermark watermark) {
      watermarks.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}
  }
}
