package dev.kilter.job.operator;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Event;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.History;
import dev.kilter.sequence.Row;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.SequencePlan;
import dev.kilter.sequence.Subject;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Puts the events of each entity in order and cuts sequences out of them. A row is released when
 * the watermark has passed it; up to when rows were released is kept as state, since watermarks are
 * not, and nothing at or before it is taken again.
 */
public final class BuildSequences extends KeyedProcessFunction<String, Event, Envelope<Sequence>> {
  static final OutputTag<DeadLetter> LATE = new OutputTag<>("late", KilterTypes.DEAD_LETTER);
  static final OutputTag<RowReport> ROWS = new OutputTag<>("rows", KilterTypes.ROW_REPORT);
  private static final long serialVersionUID = 1L;

  private final List<SequencePlan> plans;
  private final LateEvents lateEvents;
  private transient MapState<Long, List<Row>> waiting;
  private transient ValueState<Long> releasedUpTo;
  private transient MapState<String, History> histories;
  private transient Counter late;

  /** An operator that serves these detectors. */
  public BuildSequences(List<SequencePlan> plans, LateEvents lateEvents) {
    this.plans = List.copyOf(plans);
    this.lateEvents = lateEvents;
  }

  @Override
  public void open(OpenContext context) {
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(KilterTypes.ROW)));
    releasedUpTo =
        getRuntimeContext().getState(new ValueStateDescriptor<>("released-up-to", Types.LONG));
    histories =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("histories", Types.STRING, KilterTypes.HISTORY));
    late = getRuntimeContext().getMetricGroup().counter("late");
  }

  @Override
  public void processElement(Event event, Context context, Collector<Envelope<Sequence>> out)
      throws Exception {
    Long released = releasedUpTo.value();
    if (released != null && event.timeMillis() <= released) {
      late.inc();
      context.output(LATE, lateEvents.deadLetter(event, released));
      return;
    }
    List<Row> sameTime = waiting.get(event.timeMillis());
    List<Row> rows = sameTime == null ? new ArrayList<>(1) : sameTime;
    rows.add(Row.of(event));
    waiting.put(event.timeMillis(), rows);
    context.timerService().registerEventTimeTimer(event.timeMillis());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Envelope<Sequence>> out)
      throws Exception {
    List<Row> rows = waiting.get(timestamp);
    if (rows == null) {
      return;
    }
    waiting.remove(timestamp);
    releasedUpTo.update(timestamp);
    Row row = Row.merged(rows);
    context.output(ROWS, new RowReport(context.getCurrentKey(), timestamp, row.values()));
    release(context.getCurrentKey(), row, out);
  }

  private void release(String entity, Row row, Collector<Envelope<Sequence>> out) throws Exception {
    for (SequencePlan plan : plans) {
      if (plan.entities().matches(entity)) {
        append(entity, row, plan, out);
      }
    }
  }

  private void append(String entity, Row row, SequencePlan plan, Collector<Envelope<Sequence>> out)
      throws Exception {
    History history = histories.get(plan.detector());
    if (history == null || !history.modelVersion().equals(plan.modelVersion())) {
      if (history != null) {
        out.collect(
            new Envelope.Reset<>(
                Subject.of(plan.detector(), entity), row.timeMillis(), "new model version"));
      }
      history = History.begin(plan.modelVersion());
    }
    Envelope<Sequence> envelope = history.append(entity, row, plan);
    histories.put(plan.detector(), history);
    if (envelope != null) {
      out.collect(envelope);
    }
  }
}
