package dev.kilter.bench.peer;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.metrics.Counter;

/** Counts what comes out, as Kilter counts what it has judged. */
final class CountScored extends RichFilterFunction<Scored> {
  private static final long serialVersionUID = 1L;

  private transient Counter judged;

  @Override
  public void open(OpenContext context) {
    judged = getRuntimeContext().getMetricGroup().counter("judged");
  }

  @Override
  public boolean filter(Scored scored) {
    judged.inc();
    return true;
  }
}
