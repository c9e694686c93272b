package dev.kilter.job.operator;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.type.KilterTypes;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * Parts events from dead letters, right behind the source. When all its partitions are idle, event
 * time goes on to the newest event first: once every task is idle, no row is held back for events
 * that may never come.
 */
final class SplitDecoded extends AbstractStreamOperator<Event>
    implements OneInputStreamOperator<Decoded, Event> {
  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", KilterTypes.DEAD_LETTER);
  private static final long serialVersionUID = 1L;

  private transient Counter events;
  private transient Counter deadLetters;
  private transient long newestMillis;

  @Override
  public void open() throws Exception {
    super.open();
    events = getMetricGroup().counter("events");
    deadLetters = getMetricGroup().counter("deadLetters");
    newestMillis = Long.MIN_VALUE;
  }

  @Override
  public void processElement(StreamRecord<Decoded> element) {
    Decoded decoded = element.getValue();
    if (decoded instanceof Event event) {
      events.inc();
      newestMillis = Math.max(newestMillis, event.timeMillis());
      output.collect(new StreamRecord<>(event, event.timeMillis()));
    } else if (decoded instanceof DeadLetter letter) {
      deadLetters.inc();
      output.collect(DEAD_LETTERS, new StreamRecord<>(letter));
    }
  }

  @Override
  public void processWatermarkStatus(WatermarkStatus status) throws Exception {
    if (status.isIdle() && newestMillis != Long.MIN_VALUE) {
      output.emitWatermark(new Watermark(newestMillis));
    }
    super.processWatermarkStatus(status);
  }
}
