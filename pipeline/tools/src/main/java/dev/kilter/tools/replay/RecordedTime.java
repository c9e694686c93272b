package dev.kilter.tools.replay;

import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.config.TimeConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time of a recording, per recorded partition as in production, but without a clock: how fast
 * it is read changes nothing. A partition counts as idle once the others have gone on for as long
 * as the pipeline file says.
 */
final class RecordedTime implements WatermarkGenerator<Decoded> {
  private static final int EVENTS_PER_WATERMARK = 500;

  private final long latenessMillis;
  private final long idleAfterMillis;
  private final Map<Integer, Partition> partitions = new HashMap<>();
  private long newestMillis = Long.MIN_VALUE;
  private int events;

  RecordedTime(TimeConfig time) {
    this.latenessMillis = time.maxLateness().toMillis();
    this.idleAfterMillis = time.idleAfter().toMillis();
  }

  static WatermarkStrategy<Decoded> strategy(TimeConfig time) {
    return WatermarkStrategy.<Decoded>forGenerator(context -> new RecordedTime(time))
        .withTimestampAssigner(
            (decoded, before) -> decoded instanceof Event event ? event.timeMillis() : before);
  }

  @Override
  public void onEvent(Decoded decoded, long timestamp, WatermarkOutput output) {
    if (!(decoded instanceof Event event)) {
      return;
    }
    newestMillis = Math.max(newestMillis, event.timeMillis());
    partitions
        .computeIfAbsent(event.partition(), number -> new Partition())
        .saw(event.timeMillis(), newestMillis);
    if (++events % EVENTS_PER_WATERMARK == 0) {
      output.emitWatermark(new Watermark(slowest() - latenessMillis - 1));
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    // By the clock nothing happens: the same recording has the same watermarks.
  }

  private long slowest() {
    return partitions.values().stream()
        .filter(partition -> newestMillis - partition.lastActiveMillis <= idleAfterMillis)
        .mapToLong(partition -> partition.newestMillis)
        .min()
        .orElse(newestMillis);
  }

  /** How far one partition has come, and when it was last heard of, in event time of them all. */
  private static final class Partition {
    private long newestMillis = Long.MIN_VALUE;
    private long lastActiveMillis;

    void saw(long timeMillis, long newestOfAllMillis) {
      newestMillis = Math.max(newestMillis, timeMillis);
      lastActiveMillis = newestOfAllMillis;
    }
  }
}
