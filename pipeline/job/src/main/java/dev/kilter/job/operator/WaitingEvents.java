package dev.kilter.job.operator;

import dev.kilter.event.Reading;
import dev.kilter.job.type.KilterTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** The events of the current key that wait for their turn, by the event time of that. */
final class WaitingEvents {
  /** So many are better taken out one by one: to clear a map in RocksDB is to look for its keys. */
  private static final int FEW = 4;

  /** No event waits. */
  static final long NONE = Long.MAX_VALUE;

  private final MapState<Long, List<Reading>> byTurn;

  private WaitingEvents(MapState<Long, List<Reading>> byTurn) {
    this.byTurn = byTurn;
  }

  static WaitingEvents open(RuntimeContext context) {
    return new WaitingEvents(
        context.getMapState(
            new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(KilterTypes.READING))));
  }

  void add(long turn, Reading reading) throws Exception {
    List<Reading> others = byTurn.get(turn);
    List<Reading> readings = others == null ? new ArrayList<>(1) : others;
    readings.add(reading);
    byTurn.put(turn, readings);
  }

  /**
   * Takes out what is due.
   *
   * @param millis the turns up to this time, inclusive
   * @return the events by their turn, and when the next turn is of those that still wait
   */
  Due takeUpTo(long millis) throws Exception {
    NavigableMap<Long, List<Reading>> taken = new TreeMap<>();
    long next = NONE;
    for (Map.Entry<Long, List<Reading>> entry : byTurn.entries()) {
      if (entry.getKey() <= millis) {
        taken.put(entry.getKey(), entry.getValue());
      } else {
        next = Math.min(next, entry.getKey());
      }
    }
    forget(taken.keySet(), next == NONE && taken.size() > FEW);
    return new Due(taken, next);
  }

  private void forget(Set<Long> turns, boolean all) throws Exception {
    if (all) {
      byTurn.clear();
      return;
    }
    for (long turn : turns) {
      byTurn.remove(turn);
    }
  }

  /**
   * Events whose turn it is.
   *
   * @param byTurn the events, by their turn; taken out as they are taken in
   * @param nextMillis the next turn of those that still wait, or {@link #NONE}
   */
  record Due(NavigableMap<Long, List<Reading>> byTurn, long nextMillis) {}
}
