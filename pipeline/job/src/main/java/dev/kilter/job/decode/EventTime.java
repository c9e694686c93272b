package dev.kilter.job.decode;

import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.config.TimeConfig;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Event time of one partition: the newest event's, less the lateness allowed. Dead letters count
 * neither as time nor as activity, so a partition of nothing but rubbish is idle.
 */
public final class EventTime implements WatermarkGenerator<Decoded> {
  private final long latenessMillis;
  private final long idleAfterNanos;
  private final RelativeClock clock;
  private long newestMillis = Long.MIN_VALUE;
  private long lastActiveNanos;
  private boolean idle;

  EventTime(TimeConfig time, RelativeClock clock) {
    this.latenessMillis = time.maxLateness().toMillis();
    this.idleAfterNanos = time.idleAfter().toNanos();
    this.clock = clock;
    this.lastActiveNanos = clock.relativeTimeNanos();
  }

  /** The strategy a source is given: one generator for each partition. */
  public static WatermarkStrategy<Decoded> strategy(TimeConfig time) {
    return strategy(context -> new EventTime(time, context.getInputActivityClock()));
  }

  static WatermarkStrategy<Decoded> strategy(WatermarkGeneratorSupplier<Decoded> generators) {
    return WatermarkStrategy.forGenerator(generators)
        .withTimestampAssigner((decoded, before) -> timeOf(decoded, before));
  }

  @Override
  public void onEvent(Decoded decoded, long timestamp, WatermarkOutput output) {
    if (decoded instanceof Event event) {
      newestMillis = Math.max(newestMillis, event.timeMillis());
      lastActiveNanos = clock.relativeTimeNanos();
      idle = false;
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    if (!idle && clock.relativeTimeNanos() - lastActiveNanos > idleAfterNanos) {
      idle = true;
    }
    if (idle) {
      output.markIdle();
      return;
    }
    if (newestMillis != Long.MIN_VALUE) {
      output.emitWatermark(new Watermark(newestMillis - latenessMillis - 1));
    }
  }

  /** The time of the newest event, or {@link Long#MIN_VALUE} before the first. */
  long newestMillis() {
    return newestMillis;
  }

  private static long timeOf(Decoded decoded, long before) {
    return decoded instanceof Event event ? event.timeMillis() : before;
  }
}
