package dev.kilter.job.operator;

import dev.kilter.event.Event;
import dev.kilter.event.Reading;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.Duplicates;
import dev.kilter.sequence.EntityHistory;
import dev.kilter.sequence.EntityState;
import dev.kilter.sequence.EntityTracker;
import dev.kilter.sequence.Lane;
import dev.kilter.sequence.Moment;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;

/**
 * The lane of events that came too late, as from a gateway that was cut off and then delivers it
 * all: they wait for each other as long as events in time do, and are then sequenced apart. What
 * has gone through here is not taken again either.
 */
final class Backfill {
  private final EntityTracker tracker;
  private final Duplicates duplicates;
  private final long waitMillis;
  private final long keepMillis;
  private final Counter lost;
  private final LaneState state;
  private final ListState<Reading> waiting;
  private final ValueState<Long> dueMillis;

  /** The lane of one task; values that lose against another are counted. */
  Backfill(RuntimeContext context, EntityTracker tracker, OrderRules rules, Counter lost) {
    this.tracker = tracker;
    this.duplicates = rules.duplicates();
    this.waitMillis = rules.maxLatenessMillis();
    this.keepMillis = rules.forgetAfterMillis();
    this.lost = lost;
    this.state = LaneState.open(context, LaneState.LATE);
    this.waiting = context.getListState(waiting());
    this.dueMillis = context.getState(new ValueStateDescriptor<>("late-due", Types.LONG));
  }

  /** The events that wait on this lane. */
  static ListStateDescriptor<Reading> waiting() {
    return new ListStateDescriptor<>("late-waiting", KilterTypes.READING);
  }

  /**
   * Takes an event, unless it is too late here too: then it says up to when that is.
   *
   * @param passedMillis event time has come at least this far, also where a restart has left no
   *     watermark yet
   */
  Long take(Event event, long passedMillis, TimerService timers) throws Exception {
    EntityState kept = state.entity();
    if (kept != null && event.timeMillis() <= kept.releasedUpToMillis) {
      return kept.releasedUpToMillis;
    }
    if (!waiting.get().iterator().hasNext()) {
      actAt(Math.max(passedMillis, timers.currentWatermark()) + waitMillis + 1, timers);
    }
    waiting.add(Reading.of(event));
    return null;
  }

  /**
   * Event time has come to an instant: what has waited long enough goes through. At the end of the
   * input nothing is forgotten: there is only nothing more to come.
   */
  void passed(Lane lane, long millis, TimerService timers) throws Exception {
    Long due = dueMillis.value();
    if (due != null && due <= millis) {
      act(lane, millis, timers);
      return;
    }
    EntityHistory kept = state.history();
    boolean ended = timers.currentWatermark() == Long.MAX_VALUE;
    if (due == null && kept != null && kept.entity().upkeepMillis <= millis && !ended) {
      tracker.forget(lane, millis, kept.entity(), kept.tracks());
      state.clear();
    }
  }

  /** Lets through what waits. When nothing has come since, the delivery is over. */
  private void act(Lane lane, long millis, TimerService timers) throws Exception {
    EntityHistory kept = state.history();
    EntityHistory history = kept == null ? EntityHistory.begin(tracker) : kept;
    EntityState entity = history.entity();
    List<Reading> readings = readings();
    if (readings.isEmpty()) {
      entity.releasedUpToMillis = tracker.completeAt(lane, entity.newestMillis);
      tracker.passed(lane, Long.MAX_VALUE, history);
      entity.upkeepMillis = millis + keepMillis;
      timers.registerEventTimeTimer(entity.upkeepMillis);
      dueMillis.clear();
    } else {
      takeIn(readings, lane, history);
      actAt(millis + waitMillis + 1, timers);
    }
    state.keep(history);
  }

  private void takeIn(List<Reading> readings, Lane lane, EntityHistory history) {
    for (Moment moment : Moment.inOrder(readings, duplicates)) {
      lost.inc(moment.duplicates());
      tracker.take(lane, moment, history.entity(), history.tracks());
      history.entity().releasedUpToMillis = moment.timeMillis();
    }
    waiting.clear();
  }

  private List<Reading> readings() throws Exception {
    List<Reading> readings = new ArrayList<>();
    waiting.get().forEach(readings::add);
    return readings;
  }

  private void actAt(long millis, TimerService timers) throws Exception {
    dueMillis.update(millis);
    timers.registerEventTimeTimer(millis);
  }
}
