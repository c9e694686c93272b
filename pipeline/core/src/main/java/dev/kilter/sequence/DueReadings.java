package dev.kilter.sequence;

import dev.kilter.event.Reading;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Readings of one entity whose turn it is, the earliest first; each turn is taken out once. */
final class DueReadings {
  static final long NONE = Long.MAX_VALUE;

  private final List<Reading> byTime;
  private final LongUnaryOperator turnOf;
  private int taken;
  private long nextTurn;

  /**
   * Readings that are due.
   *
   * @param readings the readings, the earliest first
   * @param turnOf when a reading of this time is to be taken in; never sooner for a later one
   */
  DueReadings(List<Reading> readings, LongUnaryOperator turnOf) {
    this.byTime = readings;
    this.turnOf = turnOf;
    this.nextTurn = turnOfNext();
  }

  /** The next turn, or {@link #NONE}. */
  long nextTurn() {
    return nextTurn;
  }

  /** The readings of this turn; none where it is not the next. */
  List<Reading> take(long turnMillis) {
    int from = taken;
    while (nextTurn == turnMillis && nextTurn != NONE) {
      taken++;
      nextTurn = turnOfNext();
    }
    return byTime.subList(from, taken);
  }

  private long turnOfNext() {
    return taken == byTime.size() ? NONE : turnOf.applyAsLong(byTime.get(taken).timeMillis());
  }
}
