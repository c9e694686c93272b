package dev.kilter.bench.peer;

import dev.kilter.bench.forest.ForestKind;
import dev.kilter.event.Event;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** A random cut forest for each machine instead of a network; it learns each row it has scored. */
public record ForestPeer(ForestKind kind) implements FlinkPeer {

  @Override
  public DataStream<Scored> scores(DataStream<Event> events) {
    return events
        .keyBy(Event::entity, Types.STRING)
        .process(new ScoreByForest(kind), TypeInformation.of(Scored.class))
        .uid("forests");
  }
}
