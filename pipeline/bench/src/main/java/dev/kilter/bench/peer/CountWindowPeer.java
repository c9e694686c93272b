package dev.kilter.bench.peer;

import dev.kilter.bench.network.NestedArrays;
import dev.kilter.event.Event;
import dev.kilter.onnx.ModelBundle;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The textbook: a sliding count window for each machine, and the network is run for each window.
 *
 * @param manners how ONNX Runtime is used
 */
public record CountWindowPeer(ModelBundle bundle, NestedArrays.Manners manners)
    implements FlinkPeer {

  @Override
  public DataStream<Scored> scores(DataStream<Event> events) {
    return events
        .keyBy(Event::entity, Types.STRING)
        .countWindow(bundle.contract().sequence().length(), 1)
        .process(new ScoreWindow(bundle, manners), TypeInformation.of(Scored.class))
        .uid("windows");
  }
}
