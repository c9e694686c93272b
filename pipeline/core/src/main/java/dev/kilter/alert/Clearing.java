package dev.kilter.alert;

/**
 * How far an incident has come on its way to being over.
 *
 * @param inARow how many verdicts in a row have been clear
 * @param sinceMillis event time of the first of them, or never
 * @param troubledMillis event time of the last verdict that was not clear
 */
public record Clearing(int inARow, long sinceMillis, long troubledMillis) {
  private static final long NEVER = Long.MIN_VALUE;

  /** Trouble was there only now. */
  static Clearing none(long timeMillis) {
    return new Clearing(0, NEVER, timeMillis);
  }

  Clearing with(Sighting seen, ClosingRule rule) {
    long time = seen.timeMillis();
    if (!seen.clear(rule)) {
      return none(time);
    }
    int count = inARow == Integer.MAX_VALUE ? inARow : inARow + 1;
    return new Clearing(count, inARow == 0 ? time : sinceMillis, troubledMillis);
  }

  boolean isEnough(long timeMillis, ClosingRule rule) {
    return inARow > 0
        && inARow >= rule.clear()
        && timeMillis - sinceMillis >= rule.clearFor().toMillis()
        && timeMillis - troubledMillis >= rule.merge().toMillis();
  }

  /** The verdicts that end it are still to come. */
  Clearing anew() {
    return new Clearing(0, NEVER, troubledMillis);
  }
}
