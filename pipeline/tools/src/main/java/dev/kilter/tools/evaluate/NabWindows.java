package dev.kilter.tools.evaluate;

import java.util.BitSet;

/**
 * The windows of one entity, which are the unbroken runs of its labelled rows, and the rows in
 * alarm. The first 15 % of the rows, at most 750, are on probation and do not count.
 *
 * @param rows how many there are
 */
record NabWindows(BitSet labelled, BitSet alarmed, int rows) {
  private static final double FALSE_POSITIVE_WEIGHT = 0.11;
  private static final double PROBATION_SHARE = 0.15;
  private static final int LONGEST_PROBATION = 750;
  private static final double FAR_BEHIND = 3;
  private static final double STEEPNESS = 5;

  /** Rows from {@code first} up to, but without, {@code end}. */
  private record Window(int first, int end) {}

  static NabWindows of(WatchedEntity entity) {
    return new NabWindows(entity.labelledRows(), entity.alarmedRows(), entity.rows().size());
  }

  NabScore score() {
    NabScore score = NabScore.NONE;
    Window before = null;
    Window window = next(0);
    while (window != null) {
      score = score.plus(quiet(before, window.first())).plus(found(window));
      before = window;
      window = next(window.end());
    }
    return score.plus(quiet(before, rows));
  }

  private Window next(int from) {
    int first = labelled.nextSetBit(from);
    return first < 0 ? null : new Window(first, labelled.nextClearBit(first));
  }

  private int probation() {
    return (int) Math.min(PROBATION_SHARE * rows, LONGEST_PROBATION);
  }

  /** What the first row in alarm is worth; the window costs 1 if there is none. */
  private NabScore found(Window window) {
    if (window.end() <= probation()) {
      return NabScore.NONE;
    }
    int alarm = alarmed.nextSetBit(Math.max(window.first(), probation()));
    if (alarm < 0 || alarm >= window.end()) {
      return new NabScore(-1, 1);
    }
    double left = (double) (window.end() - alarm) / (window.end() - window.first());
    return new NabScore(worth(-left) / worth(-1), 1);
  }

  /** What alarms cost between a window, if there is one before, and the row {@code until}. */
  private NabScore quiet(Window before, int until) {
    int from = Math.max(before == null ? 0 : before.end(), probation());
    double cost = 0;
    for (int row = alarmed.nextSetBit(from); row >= 0 && row < until; ) {
      cost += FALSE_POSITIVE_WEIGHT * worth(widthsBehind(before, row));
      row = alarmed.nextSetBit(row + 1);
    }
    return new NabScore(cost, 0);
  }

  private static double widthsBehind(Window before, int row) {
    if (before == null) {
      return FAR_BEHIND;
    }
    int last = before.end() - 1;
    return (double) (row - last) / Math.max(1, last - before.first());
  }

  /** The scaled sigmoid: nearly 1 at -1, where a window begins, 0 at its end, down to -1 behind. */
  private static double worth(double place) {
    return place >= FAR_BEHIND ? -1 : 2 / (1 + Math.exp(STEEPNESS * place)) - 1;
  }
}
