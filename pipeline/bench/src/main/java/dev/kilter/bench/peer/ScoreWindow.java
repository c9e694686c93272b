package dev.kilter.bench.peer;

import dev.kilter.bench.network.NestedArrays;
import dev.kilter.bench.network.RawScore;
import dev.kilter.event.Event;
import dev.kilter.onnx.ModelBundle;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.GlobalWindow;
import org.apache.flink.util.Collector;

/** Runs the network on a window, once there are enough rows. */
final class ScoreWindow extends ProcessWindowFunction<Event, Scored, String, GlobalWindow> {
  private static final long serialVersionUID = 1L;

  private final ModelBundle bundle;
  private final NestedArrays.Manners manners;
  private transient NestedArrays network;
  private transient RawScore rawScore;
  private transient int length;

  ScoreWindow(ModelBundle bundle, NestedArrays.Manners manners) {
    this.bundle = bundle;
    this.manners = manners;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    network = NestedArrays.open(bundle, manners);
    rawScore = RawScore.of(bundle);
    length = bundle.contract().sequence().length();
  }

  @Override
  public void process(String key, Context context, Iterable<Event> window, Collector<Scored> out)
      throws Exception {
    TimeMajorRows rows = TimeMajorRows.of(window, length);
    if (rows.complete()) {
      out.collect(new Scored(rows.number(), rawScore.of(network.errors(rows.values()))));
    }
  }

  @Override
  public void close() throws Exception {
    if (network != null) {
      network.close();
    }
  }
}
