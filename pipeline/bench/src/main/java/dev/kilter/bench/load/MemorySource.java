package dev.kilter.bench.load;

import dev.kilter.event.Event;
import dev.kilter.job.type.KilterTypes;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The events as a stream that is made in memory, so that no source holds anybody up. */
public final class MemorySource {
  private static final long ENDLESS = 1L << 60;

  private MemorySource() {}

  /** Events without an end. */
  public static DataStream<Event> endless(StreamExecutionEnvironment env, Workload load) {
    return first(ENDLESS, env, load);
  }

  /** So many events, from the first. Tasks take turns, as partitions of a topic would be filled. */
  public static DataStream<Event> first(
      long events, StreamExecutionEnvironment env, Workload load) {
    Turns turns = new Turns(events, env.getParallelism());
    return env.fromSource(
            new NumberSequenceSource(0, events - 1), WatermarkStrategy.noWatermarks(), "numbers")
        .uid("numbers")
        .map(place -> load.event(turns.number(place)))
        .returns(KilterTypes.EVENT)
        .uid("events");
  }
}
