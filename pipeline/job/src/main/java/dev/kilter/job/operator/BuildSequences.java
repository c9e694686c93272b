package dev.kilter.job.operator;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Event;
import dev.kilter.event.Reading;
import dev.kilter.health.HealthMessage;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.EntityRules;
import dev.kilter.sequence.EntityState;
import dev.kilter.sequence.EntityTracker;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Lane;
import dev.kilter.sequence.Moment;
import dev.kilter.sequence.Outlet;
import dev.kilter.sequence.Row;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.SequencePlan;
import dev.kilter.sequence.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Puts the events of each entity in order and cuts sequences out of them. An event waits until
 * event time has passed all that belongs with it; up to when events were taken in is kept as state,
 * since watermarks are not, and nothing at or before it is taken again.
 */
public class BuildSequences extends KeyedProcessFunction<String, Event, Envelope<Sequence>> {
  static final OutputTag<DeadLetter> LATE = new OutputTag<>("late", KilterTypes.DEAD_LETTER);
  static final OutputTag<RowReport> ROWS = new OutputTag<>("rows", KilterTypes.ROW_REPORT);
  static final OutputTag<HealthMessage> HEALTH = new OutputTag<>("health", KilterTypes.HEALTH);
  private static final long serialVersionUID = 1L;

  private final List<SequencePlan> plans;
  private final EntityRules entities;
  private final OrderRules order;
  private final LateEvents lateEvents;
  private transient EntityTracker tracker;
  private transient LaneState state;
  private transient MapState<Long, List<Reading>> waiting;
  private transient Backfill backfill;
  private transient Counter late;
  private transient Counter duplicates;
  private transient Counter forgotten;

  /** An operator that serves these detectors. */
  BuildSequences(
      List<SequencePlan> plans, EntityRules entities, OrderRules order, LateEvents lateEvents) {
    this.plans = List.copyOf(plans);
    this.entities = entities;
    this.order = order;
    this.lateEvents = lateEvents;
  }

  @Override
  public void open(OpenContext context) {
    tracker = new EntityTracker(entities, plans);
    state = LaneState.open(getRuntimeContext(), "");
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(KilterTypes.READING)));
    late = getRuntimeContext().getMetricGroup().counter("late");
    duplicates = getRuntimeContext().getMetricGroup().counter("duplicates");
    backfill = new Backfill(getRuntimeContext(), tracker, order, duplicates);
    forgotten = getRuntimeContext().getMetricGroup().counter("forgotten");
  }

  @Override
  public void processElement(Event event, Context context, Collector<Envelope<Sequence>> out)
      throws Exception {
    EntityState kept = state.entity();
    if (kept != null && event.timeMillis() <= kept.releasedUpToMillis) {
      takeLate(event, kept.releasedUpToMillis, context);
      return;
    }
    long turn = tracker.releaseAt(event.entity(), event.timeMillis());
    List<Reading> others = waiting.get(turn);
    List<Reading> readings = others == null ? new ArrayList<>(1) : others;
    readings.add(Reading.of(event));
    waiting.put(turn, readings);
    context.timerService().registerEventTimeTimer(turn);
    if (turn <= context.timerService().currentWatermark()) {
      noteComing(kept, context.timerService().currentWatermark());
    }
  }

  /** Who delivers what is of long ago is neither silent nor to be forgotten while it does. */
  private void noteComing(EntityState kept, long millis) throws Exception {
    EntityState entity = kept == null ? tracker.begin() : kept;
    entity.cameMillis = millis;
    state.keep(entity, Map.of());
  }

  private void takeLate(Event event, long releasedUpTo, Context context) throws Exception {
    late.inc();
    Long refused =
        order.judgeLate()
            ? backfill.take(event, releasedUpTo, context.timerService())
            : (Long) releasedUpTo;
    if (refused != null) {
      context.output(LATE, lateEvents.deadLetter(event, refused));
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Envelope<Sequence>> out)
      throws Exception {
    Outlet outlet = outlet(context, out);
    String entity = context.getCurrentKey();
    takeInTurn(timestamp, Lane.inTime(entity, outlet), context);
    if (order.judgeLate()) {
      backfill.passed(Lane.late(entity, outlet), timestamp, context.timerService());
    }
  }

  private void takeInTurn(long timestamp, Lane lane, OnTimerContext context) throws Exception {
    List<Reading> readings = waiting.get(timestamp);
    EntityState kept = state.entity();
    if (readings == null && kept == null) {
      return;
    }
    EntityState entity = kept == null ? tracker.begin() : kept;
    Map<String, Track> tracks = state.tracks();
    if (readings != null) {
      waiting.remove(timestamp);
      takeIn(readings, lane, entity, tracks, context);
    }
    if (readings != null || tracker.dueMillis(lane, tracks) <= timestamp) {
      entity.releasedUpToMillis = timestamp;
      tracker.passed(lane, timestamp, tracks);
    }
    if (lookAfter(lane, timestamp, entity, tracks, context.timerService())) {
      state.keep(entity, tracks);
    }
  }

  private void takeIn(
      List<Reading> readings,
      Lane lane,
      EntityState entity,
      Map<String, Track> tracks,
      OnTimerContext context) {
    for (Moment moment : Moment.inOrder(readings, order.duplicates())) {
      duplicates.inc(moment.duplicates());
      Row row = tracker.take(lane, moment, entity, tracks);
      context.output(ROWS, new RowReport(lane.entity(), row.timeMillis(), row.values()));
    }
  }

  /**
   * Sets the timers that matter next, tells of silence, forgets who stays away. At the end of the
   * input nobody is silent: there is only nothing more to come.
   *
   * @return whether there is something to keep
   */
  private boolean lookAfter(
      Lane lane, long timestamp, EntityState entity, Map<String, Track> tracks, TimerService timers)
      throws Exception {
    long due = tracker.dueMillis(lane, tracks);
    if (due != Long.MAX_VALUE) {
      timers.registerEventTimeTimer(due);
    }
    if (timers.currentWatermark() == Long.MAX_VALUE) {
      return true;
    }
    tracker.noteSilence(lane, timestamp, entity);
    if (tracker.toBeForgotten(lane.entity(), timestamp, entity)) {
      tracker.forget(lane, timestamp, entity, tracks);
      forgotten.inc();
      state.clear();
      return false;
    }
    lookAgain(lane.entity(), timestamp, entity, timers);
    return true;
  }

  private void lookAgain(String name, long timestamp, EntityState entity, TimerService timers) {
    long upkeep = tracker.upkeepMillis(name, entity);
    boolean pending = entity.upkeepMillis > timestamp && entity.upkeepMillis <= upkeep;
    if (!pending) {
      entity.upkeepMillis = upkeep;
      timers.registerEventTimeTimer(upkeep);
    }
  }

  /** Where what is found goes. */
  Outlet outlet(OnTimerContext context, Collector<Envelope<Sequence>> out) {
    return new OperatorOutlet(context, out);
  }

  /** Sends what is found on its way out of the operator. */
  private record OperatorOutlet(
      KeyedProcessFunction<String, Event, Envelope<Sequence>>.OnTimerContext context,
      Collector<Envelope<Sequence>> out)
      implements Outlet {
    @Override
    public void send(Envelope<Sequence> envelope) {
      out.collect(envelope);
    }

    @Override
    public void send(HealthMessage message) {
      context.output(HEALTH, message);
    }
  }
}
