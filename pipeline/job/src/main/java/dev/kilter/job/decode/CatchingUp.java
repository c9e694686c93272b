package dev.kilter.job.decode;

import dev.kilter.event.Decoded;
import dev.kilter.job.config.TimeConfig;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time that goes on as often as it is asked to while events are of the moment. While they are
 * of long ago nobody waits for an alert within milliseconds, and what counts is to catch up: the
 * more events of an entity go through together, the less each costs, so it goes on less often; but
 * always after so many events, since until then they wait in memory.
 */
public final class CatchingUp implements WatermarkGenerator<Decoded> {
  private static final long LONG_AGO_MILLIS = 10_000;
  private static final long INTERVAL_MILLIS = 200;
  private static final int EVENTS = 60_000;

  private final EventTime time;
  private final LongSupplier clockMillis;
  private long wentOnMillis = Long.MIN_VALUE;
  private int eventsSince;

  CatchingUp(EventTime time, LongSupplier clockMillis) {
    this.time = time;
    this.clockMillis = clockMillis;
  }

  /** The strategy the source of a pipeline is given: one generator for each partition. */
  public static WatermarkStrategy<Decoded> strategy(TimeConfig time) {
    return EventTime.strategy(
        context ->
            new CatchingUp(
                new EventTime(time, context.getInputActivityClock()), System::currentTimeMillis));
  }

  @Override
  public void onEvent(Decoded decoded, long timestamp, WatermarkOutput output) {
    time.onEvent(decoded, timestamp, output);
    if (++eventsSince >= EVENTS) {
      goOn(clockMillis.getAsLong(), output);
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    long now = clockMillis.getAsLong();
    boolean longAgo = time.newestMillis() < now - LONG_AGO_MILLIS;
    if (longAgo && now - INTERVAL_MILLIS < wentOnMillis) {
      return;
    }
    goOn(now, output);
  }

  private void goOn(long now, WatermarkOutput output) {
    wentOnMillis = now;
    eventsSince = 0;
    time.onPeriodicEmit(output);
  }
}
