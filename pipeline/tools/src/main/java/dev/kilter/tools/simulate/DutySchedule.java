package dev.kilter.tools.simulate;

import java.util.Arrays;
import java.util.List;

/** When one pump runs and how fast, fixed before the simulation begins. */
final class DutySchedule {
  /** From here on a pump counts as running; the lowest setpoint is above it. */
  static final double RUNNING_SPEED = 0.7;

  private final List<DutyMove> moves;
  private final long[] starts;

  /** Moves in time order, one after the other. */
  DutySchedule(List<DutyMove> moves) {
    this.moves = List.copyOf(moves);
    this.starts = moves.stream().mapToLong(DutyMove::atMillis).toArray();
  }

  /** The commanded speed as a part of the nominal one. */
  double speedAt(long millis) {
    return moves.get(indexAt(millis)).speedAt(millis);
  }

  boolean runsAt(long millis) {
    return speedAt(millis) >= RUNNING_SPEED;
  }

  /** When the run that goes on at this time begins to stop. */
  long runsUntil(long millis) {
    return moves.stream()
        .skip(indexAt(millis))
        .filter(DutyMove::stops)
        .mapToLong(DutyMove::atMillis)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  /** The largest change of speed that begins in this time. */
  double largestMove(long fromMillis, long toMillis) {
    return moves.stream()
        .filter(move -> move.atMillis() >= fromMillis && move.atMillis() < toMillis)
        .mapToDouble(DutyMove::size)
        .max()
        .orElse(0);
  }

  private int indexAt(long millis) {
    int found = Arrays.binarySearch(starts, millis);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }
}
