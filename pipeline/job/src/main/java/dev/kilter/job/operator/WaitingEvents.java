package dev.kilter.job.operator;

import dev.kilter.event.Reading;
import dev.kilter.job.type.KilterTypes;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;

/**
 * The events of the current key that wait for their turn, as they came: one more is added without
 * looking at the others.
 */
final class WaitingEvents {
  /** No event waits. */
  static final long NONE = Long.MAX_VALUE;

  private final ListState<Reading> waiting;

  private WaitingEvents(ListState<Reading> waiting) {
    this.waiting = waiting;
  }

  static WaitingEvents open(RuntimeContext context) {
    return new WaitingEvents(
        context.getListState(new ListStateDescriptor<>("waiting-events", KilterTypes.READING)));
  }

  void add(Reading reading) throws Exception {
    waiting.add(reading);
  }

  /**
   * Takes out the events up to this time, inclusive. Many may wait behind them, and each is looked
   * at, so there is no more done with it than that.
   */
  Due takeUpTo(long timeMillis) throws Exception {
    List<Reading> due = new ArrayList<>();
    List<Reading> others = new ArrayList<>();
    long next = NONE;
    for (Reading reading : waiting.get()) {
      if (reading.timeMillis() <= timeMillis) {
        due.add(reading);
      } else {
        others.add(reading);
        next = Math.min(next, reading.timeMillis());
      }
    }
    if (!due.isEmpty()) {
      waiting.update(others);
    }
    return new Due(due, next);
  }

  /**
   * Events whose turn it is.
   *
   * @param readings the events, as they came
   * @param nextMillis the earliest time of those that still wait, or {@link #NONE}
   */
  record Due(List<Reading> readings, long nextMillis) {}
}
