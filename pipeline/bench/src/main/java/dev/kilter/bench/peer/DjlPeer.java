package dev.kilter.bench.peer;

import dev.kilter.event.Event;
import dev.kilter.onnx.ModelBundle;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The same windows, scored through DJL.
 *
 * @param batch how many are scored at once; a batch waits until it is full
 */
public record DjlPeer(ModelBundle bundle, int batch) implements FlinkPeer {

  @Override
  public DataStream<Scored> scores(DataStream<Event> events) {
    int length = bundle.contract().sequence().length();
    return events
        .keyBy(Event::entity, Types.STRING)
        .countWindow(length, 1)
        .process(new GatherWindow(length), TypeInformation.of(FlatWindow.class))
        .uid("windows")
        .transform("djl", TypeInformation.of(Scored.class), new ScoreByDjl(bundle, batch))
        .uid("djl");
  }
}
