package dev.kilter.bench.peer;

import dev.kilter.bench.load.Workload;
import dev.kilter.event.Event;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.GlobalWindow;
import org.apache.flink.util.Collector;

/** Copies the rows of a window out of Flink's state, once there are enough. */
final class GatherWindow extends ProcessWindowFunction<Event, FlatWindow, String, GlobalWindow> {
  private static final long serialVersionUID = 1L;

  private final int length;

  GatherWindow(int length) {
    this.length = length;
  }

  @Override
  public void process(
      String key, Context context, Iterable<Event> window, Collector<FlatWindow> out) {
    float[] values = new float[length * Workload.CHANNELS];
    long number = -1;
    int at = 0;
    for (Event event : window) {
      for (double value : event.values()) {
        values[at++] = (float) value;
      }
      number = event.offset();
    }
    if (at == values.length) {
      out.collect(new FlatWindow(number, values));
    }
  }
}
