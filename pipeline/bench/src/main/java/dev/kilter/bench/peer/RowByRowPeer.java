package dev.kilter.bench.peer;

import dev.kilter.bench.network.NestedArrays;
import dev.kilter.event.Event;
import dev.kilter.onnx.ModelBundle;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The textbook for a network that carries its state: that is keyed state, and the network is run
 * for each row.
 *
 * @param manners how ONNX Runtime is used
 */
public record RowByRowPeer(ModelBundle bundle, NestedArrays.Manners manners) implements FlinkPeer {

  @Override
  public DataStream<Scored> scores(DataStream<Event> events) {
    return events
        .keyBy(Event::entity, Types.STRING)
        .process(new ScoreRow(bundle, manners), TypeInformation.of(Scored.class))
        .uid("rows");
  }
}
