package dev.kilter.bench.load;

import dev.kilter.event.Event;
import dev.kilter.job.type.KilterTypes;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The events as a stream that is made in memory, so that no source holds anybody up. */
public final class MemorySource {
  private MemorySource() {}

  /** Events without an end. */
  public static DataStream<Event> endless(StreamExecutionEnvironment env, Workload load) {
    return first(Long.MAX_VALUE - 1, env, load);
  }

  /** So many events, from the first. */
  public static DataStream<Event> first(
      long events, StreamExecutionEnvironment env, Workload load) {
    return env.fromSource(
            new NumberSequenceSource(0, events - 1), WatermarkStrategy.noWatermarks(), "numbers")
        .uid("numbers")
        .map(load::event)
        .returns(KilterTypes.EVENT)
        .uid("events");
  }
}
