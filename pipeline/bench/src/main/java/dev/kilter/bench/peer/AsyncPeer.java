package dev.kilter.bench.peer;

import dev.kilter.event.Event;
import dev.kilter.onnx.ModelBundle;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The same windows, scored by a pool of threads beside the stream. */
public record AsyncPeer(ModelBundle bundle) implements FlinkPeer {
  private static final int WAITING = 100;

  @Override
  public DataStream<Scored> scores(DataStream<Event> events) {
    DataStream<FlatWindow> windows =
        events
            .keyBy(Event::entity, Types.STRING)
            .countWindow(bundle.contract().sequence().length(), 1)
            .process(
                new GatherWindow(bundle.contract().sequence().length()),
                TypeInformation.of(FlatWindow.class))
            .uid("windows");
    return AsyncDataStream.orderedWait(
            windows, new ScoreAside(bundle), 1, TimeUnit.MINUTES, WAITING)
        .returns(TypeInformation.of(Scored.class))
        .uid("aside");
  }
}
