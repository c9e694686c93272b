package dev.kilter.bench.peer;

import dev.kilter.event.Event;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** A way to score a stream with Flink. */
public sealed interface FlinkPeer
    permits KilterPeer, CountWindowPeer, RowByRowPeer, AsyncPeer, DjlPeer {

  /** Every score, to be held against the right ones. */
  DataStream<Scored> scores(DataStream<Event> events);

  /** What is timed: as it is run, and each sequence counted by the metric {@code judged}. */
  default void run(DataStream<Event> events) {
    scores(events)
        .filter(new CountScored())
        .uid("count")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
  }
}
