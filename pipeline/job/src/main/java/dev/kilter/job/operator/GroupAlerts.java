package dev.kilter.job.operator;

import dev.kilter.alert.group.GroupKeys;
import dev.kilter.alert.group.GroupMessage;
import dev.kilter.alert.group.Grouped;
import dev.kilter.alert.group.Grouping;
import dev.kilter.alert.group.Groups;
import dev.kilter.alert.group.Member;
import dev.kilter.job.type.KilterTypes;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Puts the alerts of one key in order and makes groups of their incidents. An alert waits until no
 * task can have an earlier one any more: until event time is as far beyond it as a detector's
 * sequences may be behind. One that is found later than that is taken in as it comes.
 */
final class GroupAlerts extends KeyedProcessFunction<String, Member, GroupMessage> {
  private static final long serialVersionUID = 1L;
  private static final long END_OF_INPUT = Long.MAX_VALUE;

  private final Grouping grouping;
  private final AlertDelays delays;
  private transient ValueState<Groups> groups;
  private transient ListState<Member> waiting;
  private transient ValueState<Long> firstWaitingMillis;
  private transient ValueState<Long> wakeMillis;
  private transient Counter messages;

  /**
   * An operator that makes these groups.
   *
   * @param delays how far alerts may be behind event time
   */
  GroupAlerts(Grouping grouping, AlertDelays delays) {
    this.grouping = grouping;
    this.delays = delays;
  }

  @Override
  public void open(OpenContext context) {
    groups = getRuntimeContext().getState(new ValueStateDescriptor<>("groups", KilterTypes.GROUPS));
    waiting =
        getRuntimeContext()
            .getListState(new ListStateDescriptor<>("waiting-alerts", KilterTypes.MEMBER));
    firstWaitingMillis =
        getRuntimeContext().getState(new ValueStateDescriptor<>("first-waiting", Types.LONG));
    wakeMillis = getRuntimeContext().getState(new ValueStateDescriptor<>("wake", Types.LONG));
    messages = getRuntimeContext().getMetricGroup().counter("groupMessages");
  }

  @Override
  public void processElement(Member alert, Context context, Collector<GroupMessage> out)
      throws Exception {
    long delay = delayOf(context.getCurrentKey());
    long passed = passed(context.timerService(), delay);
    if (alert.timeMillis() <= passed) {
      take(List.of(alert.asOf(passed)), context, out);
    } else {
      await(alert);
      context.timerService().registerEventTimeTimer(alert.timeMillis() + delay);
    }
  }

  private void await(Member alert) throws Exception {
    Long first = firstWaitingMillis.value();
    boolean alone = first == null && !waiting.get().iterator().hasNext();
    if (alone || (first != null && alert.timeMillis() < first)) {
      firstWaitingMillis.update(alert.timeMillis());
    }
    waiting.add(alert);
  }

  /** All that event time has passed is taken in at once; the timers of the others find nothing. */
  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<GroupMessage> out)
      throws Exception {
    take(takeDue(passed(context.timerService(), delayOf(context.getCurrentKey()))), context, out);
  }

  /** Many may wait, and each has its timer: they are gone through only where one of them is due. */
  private List<Member> takeDue(long passed) throws Exception {
    Long first = firstWaitingMillis.value();
    if (first != null && first > passed) {
      return List.of();
    }
    List<Member> due = new ArrayList<>();
    List<Member> others = new ArrayList<>();
    for (Member alert : waiting.get()) {
      (alert.timeMillis() <= passed ? due : others).add(alert);
    }
    waiting.update(others);
    keepFirst(others);
    due.sort(Member.IN_ORDER);
    return due;
  }

  private void keepFirst(List<Member> others) throws Exception {
    if (others.isEmpty()) {
      firstWaitingMillis.clear();
    } else {
      firstWaitingMillis.update(others.stream().mapToLong(Member::timeMillis).min().orElseThrow());
    }
  }

  private void take(List<Member> alerts, Context context, Collector<GroupMessage> out)
      throws Exception {
    Groups kept = groups.value();
    Groups now = kept == null ? Groups.none() : kept;
    String key = context.getCurrentKey();
    long delay = delayOf(key);
    long passed = passed(context.timerService(), delay);
    if (!alerts.isEmpty() || grouping.nextMillis(now) <= passed) {
      Grouped grouped = grouping.take(key, now, alerts, passed);
      grouped.messages().forEach(out::collect);
      messages.inc(grouped.messages().size());
      now = grouped.groups();
      keep(now);
    }
    callAgain(grouping.nextMillis(now), delay, context.timerService());
  }

  private void keep(Groups after) throws Exception {
    if (after.isEmpty()) {
      groups.clear();
    } else {
      groups.update(after);
    }
  }

  /** One timer at a time, and at the end of the input none. */
  private void callAgain(long nextMillis, long delay, TimerService timers) throws Exception {
    long watermark = timers.currentWatermark();
    Long pending = wakeMillis.value();
    boolean isPending = pending != null && pending > watermark;
    if (nextMillis == Grouping.NEVER || watermark == END_OF_INPUT) {
      wakeMillis.clear();
    } else if (!isPending || pending > nextMillis + delay) {
      wakeMillis.update(nextMillis + delay);
      timers.registerEventTimeTimer(nextMillis + delay);
    }
  }

  private long delayOf(String key) {
    return delays.of(GroupKeys.detector(key));
  }

  /** Up to when all alerts have come. */
  private static long passed(TimerService timers, long delay) {
    long watermark = timers.currentWatermark();
    boolean known = watermark != Long.MIN_VALUE && watermark != END_OF_INPUT;
    return known ? watermark - delay : watermark;
  }
}
