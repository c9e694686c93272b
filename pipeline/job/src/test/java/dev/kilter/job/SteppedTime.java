package dev.kilter.job;

import dev.kilter.event.Decoded;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Event time as in production, but with a clock that goes on by a second with every record, and a
 * watermark after each: so that no real clock plays a part.
 */
final class SteppedTime implements WatermarkGenerator<Decoded>, RelativeClock {
  private static final long MILLIS_PER_RECORD = 1_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final WatermarkGenerator<Decoded> generator;
  private long millis;

  private SteppedTime(
      WatermarkStrategy<Decoded> strategy, WatermarkGeneratorSupplier.Context context) {
    generator = strategy.createWatermarkGenerator(new OwnClock(context.getMetricGroup(), this));
  }

  static WatermarkStrategy<Decoded> of(WatermarkStrategy<Decoded> strategy) {
    return WatermarkStrategy.<Decoded>forGenerator(context -> new SteppedTime(strategy, context))
        .withTimestampAssigner(strategy);
  }

  @Override
  public void onEvent(Decoded record, long timestamp, WatermarkOutput output) {
    millis += MILLIS_PER_RECORD;
    generator.onEvent(record, timestamp, output);
    generator.onPeriodicEmit(output);
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    // Only records make time go on.
  }

  @Override
  public long relativeTimeMillis() {
    return millis;
  }

  @Override
  public long relativeTimeNanos() {
    return millis * NANOS_PER_MILLI;
  }

  private record OwnClock(MetricGroup metrics, RelativeClock clock)
      implements WatermarkGeneratorSupplier.Context {
    @Override
    public MetricGroup getMetricGroup() {
      return metrics;
    }

    @Override
    public RelativeClock getInputActivityClock() {
      return clock;
    }
  }
}
