package dev.kilter.job.operator;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.type.KilterTypes;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Parts events from dead letters, right behind the source. */
final class SplitDecoded extends ProcessFunction<Decoded, Event> {
  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", KilterTypes.DEAD_LETTER);
  private static final long serialVersionUID = 1L;

  private transient Counter events;
  private transient Counter deadLetters;

  @Override
  public void open(OpenContext context) {
    events = getRuntimeContext().getMetricGroup().counter("events");
    deadLetters = getRuntimeContext().getMetricGroup().counter("deadLetters");
  }

  @Override
  public void processElement(Decoded decoded, Context context, Collector<Event> out) {
    if (decoded instanceof Event event) {
      events.inc();
      out.collect(event);
    } else if (decoded instanceof DeadLetter letter) {
      deadLetters.inc();
      context.output(DEAD_LETTERS, letter);
    }
  }
}
