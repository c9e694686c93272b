package dev.kilter.job.operator;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Event;
import dev.kilter.event.Reading;
import dev.kilter.health.HealthMessage;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.EntityHistory;
import dev.kilter.sequence.EntityRules;
import dev.kilter.sequence.EntityState;
import dev.kilter.sequence.EntityTracker;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Lane;
import dev.kilter.sequence.Outlet;
import dev.kilter.sequence.Passage;
import dev.kilter.sequence.Row;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.SequencePlan;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.functions.OpenContext;
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
  private final Reports reports;
  private transient UnaryOperator<Envelope<Sequence>> marks;
  private transient EntityTracker tracker;
  private transient LaneState state;
  private transient WaitingEvents waiting;
  private transient Passage passage;
  private transient Backfill backfill;
  private transient Counter late;
  private transient Counter duplicates;
  private transient Counter forgotten;

  /** An operator that serves these detectors. */
  BuildSequences(
      List<SequencePlan> plans,
      EntityRules entities,
      OrderRules order,
      LateEvents lateEvents,
      Reports reports) {
    this.reports = reports;
    this.plans = List.copyOf(plans);
    this.entities = entities;
    this.order = order;
    this.lateEvents = lateEvents;
  }

  /** Every sequence is marked so before it is sent on. */
  void marking(UnaryOperator<Envelope<Sequence>> marking) {
    marks = marking;
  }

  @Override
  public void open(OpenContext context) {
    if (marks == null) {
      marks = UnaryOperator.identity();
    }
    tracker = new EntityTracker(entities, plans);
    state = LaneState.open(getRuntimeContext(), LaneState.IN_TIME);
    waiting = WaitingEvents.open(getRuntimeContext());
    passage = new Passage(tracker, order.duplicates());
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
      takeLate(event, kept, context);
      return;
    }
    long turn = tracker.releaseAt(event.entity(), event.timeMillis());
    waiting.add(Reading.of(event));
    callInTurn(turn, kept, context.timerService());
  }

  /**
   * Sees to it that an event is taken in at its turn. Who delivers what is of long ago is neither
   * silent nor to be forgotten while it does.
   */
  private void callInTurn(long turn, EntityState kept, TimerService timers) throws Exception {
    EntityState entity = kept == null ? tracker.begin() : kept;
    boolean passed = turn <= timers.currentWatermark();
    boolean sooner = entity.turnMillis == EntityState.NEVER || turn < entity.turnMillis;
    if (passed) {
      entity.cameMillis = timers.currentWatermark();
    }
    if (sooner) {
      entity.turnMillis = turn;
      timers.registerEventTimeTimer(turn);
    }
    if (passed || sooner) {
      state.keep(entity);
    }
  }

  private void takeLate(Event event, EntityState kept, Context context) throws Exception {
    late.inc();
    if (event.timeMillis() > kept.lateUpToMillis) {
      kept.lateUpToMillis = event.timeMillis();
      state.keep(kept);
    }
    long releasedUpTo = kept.releasedUpToMillis;
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
    takeInTurn(tracker.inTime(entity, outlet), context.timerService());
    if (order.judgeLate()) {
      backfill.passed(tracker.late(entity, outlet), timestamp, context.timerService());
    }
  }

  /**
   * All instants that event time has passed are gone through at once: so a fast entity costs one
   * timer for each watermark, not one for each event.
   */
  private void takeInTurn(Lane lane, TimerService timers) throws Exception {
    long passed = timers.currentWatermark();
    EntityHistory kept = history(lane, passed);
    if (kept == null) {
      return;
    }
    leave(lane, kept);
    WaitingEvents.Due due = waiting.takeUpTo(tracker.releasedUpTo(lane, passed), kept.entity());
    EntityHistory taken = passage.take(lane, kept, due.readings(), passed);
    boolean waits = due.nextMillis() != WaitingEvents.NONE;
    EntityHistory history = taken == null && waits ? EntityHistory.begin(tracker) : taken;
    boolean forgotten = history == null || history.entity() != kept.entity();
    if (forgotten) {
      state.clear();
    }
    if (history != null) {
      history.entity().goOnWaitingAs(kept.entity());
      callAgain(lane, history, turnOf(lane, due.nextMillis()), timers);
      state.keep(history);
    }
  }

  /** What may end is needed as a whole, also where detectors were at work that are no more. */
  private EntityHistory history(Lane lane, long passed) throws Exception {
    EntityState kept = state.entity();
    if (kept == null) {
      return null;
    }
    boolean mayEnd = tracker.toBeForgotten(lane, passed, kept) || kept.watch != lane.watch();
    return mayEnd ? state.history(kept) : state.history(kept, lane.detectors());
  }

  /** Under another pipeline file other detectors may watch the entity: what the others had ends. */
  private void leave(Lane lane, EntityHistory kept) throws Exception {
    EntityState entity = kept.entity();
    if (entity.watch != lane.watch()) {
      for (String detector : tracker.leave(lane, entity.newestMillis, kept.tracks())) {
        state.drop(detector);
      }
      entity.watch = lane.watch();
    }
  }

  private long turnOf(Lane lane, long timeMillis) {
    return timeMillis == WaitingEvents.NONE ? timeMillis : tracker.releaseAt(lane, timeMillis);
  }

  /** Sets the timers that matter next; at the end of the input nobody need be looked after. */
  private void callAgain(Lane lane, EntityHistory history, long nextTurn, TimerService timers) {
    EntityState entity = history.entity();
    long next = Math.min(nextTurn, tracker.dueMillis(lane, history.tracks()));
    entity.turnMillis = next == WaitingEvents.NONE ? EntityState.NEVER : next;
    if (next != WaitingEvents.NONE) {
      timers.registerEventTimeTimer(next);
    }
    long passed = timers.currentWatermark();
    long upkeep = tracker.upkeepMillis(lane, entity);
    boolean pending = entity.upkeepMillis > passed && entity.upkeepMillis <= upkeep;
    if (!pending && passed != Long.MAX_VALUE && upkeep != Long.MAX_VALUE) {
      entity.upkeepMillis = upkeep;
      timers.registerEventTimeTimer(upkeep);
    }
  }

  /** Where what is found goes. */
  Outlet outlet(OnTimerContext context, Collector<Envelope<Sequence>> out) {
    return new OperatorOutlet(context, out);
  }

  /** Sends what is found on its way out of the operator, and counts. */
  private final class OperatorOutlet implements Outlet {
    private final OnTimerContext context;
    private final Collector<Envelope<Sequence>> out;

    private OperatorOutlet(OnTimerContext context, Collector<Envelope<Sequence>> out) {
      this.context = context;
      this.out = out;
    }

    @Override
    public void send(Envelope<Sequence> envelope) {
      out.collect(marks.apply(envelope));
    }

    @Override
    public void send(HealthMessage message) {
      context.output(HEALTH, message);
    }

    @Override
    public void taken(String entity, Row row) {
      if (reports.rows()) {
        context.output(ROWS, new RowReport(entity, row.timeMillis(), row.values()));
      }
    }

    @Override
    public void lost(int values) {
      duplicates.inc(values);
    }

    @Override
    public void forgotten(String entity) {
      forgotten.inc();
    }
  }
}
