package dev.kilter.job.operator;

import dev.kilter.event.Reading;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.EntityState;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;

/**
 * The events of the current key that wait for their turn: one more is added without looking at the
 * others, and those whose turn it is are taken out without looking at those behind them. So events
 * that were taken stay in the list until they are a quarter of it, and are written with each
 * checkpoint until then; the entity's state says how many they are, and how far the list is in
 * order.
 */
final class WaitingEvents {
  /** No event waits. */
  static final long NONE = Long.MAX_VALUE;

  private final ListState<Reading> waiting;

  private WaitingEvents(ListState<Reading> waiting) {
    this.waiting = waiting;
  }

  static WaitingEvents open(RuntimeContext context) {
    return new WaitingEvents(context.getListState(readings()));
  }

  /** The events that wait. */
  static ListStateDescriptor<Reading> readings() {
    return new ListStateDescriptor<>("waiting-events", KilterTypes.READING);
  }

  void add(Reading reading) throws Exception {
    waiting.add(reading);
  }

  /**
   * Takes out the events up to this time, inclusive.
   *
   * @param entity the entity they belong to; it is changed, and is to be kept
   */
  Due takeUpTo(long timeMillis, EntityState entity) throws Exception {
    List<Reading> kept = asList(waiting.get());
    boolean inOrder = inOrder(kept, entity);
    List<Reading> readings = inOrder ? kept : sorted(kept, entity.waitedFor);
    int from = inOrder ? entity.waitedFor : 0;
    int to = from;
    while (to < readings.size() && readings.get(to).timeMillis() <= timeMillis) {
      to++;
    }
    List<Reading> due = List.copyOf(readings.subList(from, to));
    long next = to == readings.size() ? NONE : readings.get(to).timeMillis();
    keep(readings, to, !inOrder, entity);
    return new Due(due, next);
  }

  private void keep(List<Reading> readings, int taken, boolean anew, EntityState entity)
      throws Exception {
    boolean manyAreTaken = 4 * taken >= readings.size();
    if (manyAreTaken || anew) {
      waiting.update(readings.subList(taken, readings.size()));
      entity.waitedFor = 0;
    } else {
      entity.waitedFor = taken;
    }
    entity.waitingInOrder = readings.size() - (taken - entity.waitedFor);
  }

  /** Flink's states keep them in a list; one that does not is gone through once. */
  private static List<Reading> asList(Iterable<Reading> readings) {
    if (readings instanceof List<Reading> list) {
      return list;
    }
    List<Reading> list = new ArrayList<>();
    readings.forEach(list::add);
    return list;
  }

  /** Whether those that came since that was last seen are in order, too. */
  private static boolean inOrder(List<Reading> readings, EntityState entity) {
    int at = Math.max(entity.waitingInOrder, entity.waitedFor + 1);
    while (at < readings.size()
        && readings.get(at - 1).timeMillis() <= readings.get(at).timeMillis()) {
      at++;
    }
    return at >= readings.size();
  }

  private static List<Reading> sorted(List<Reading> readings, int from) {
    List<Reading> sorted = new ArrayList<>(readings.subList(from, readings.size()));
    sorted.sort(Reading.IN_ORDER);
    return sorted;
  }

  /**
   * Events whose turn it is.
   *
   * @param readings the events, the earliest first
   * @param nextMillis the earliest time of those that still wait, or {@link #NONE}
   */
  record Due(List<Reading> readings, long nextMillis) {}
}
