package dev.kilter.job.quiet;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The beginnings of all windows around an instant, kept so that to ask for one nearby is cheap.
 *
 * @param startsMillis the beginnings, in order
 * @param knownFromMillis the first instant for which all are here that can cover it
 * @param knownUntilMillis the first instant behind those
 */
record NearbyStarts(long[] startsMillis, long knownFromMillis, long knownUntilMillis) {
  /** There is none. */
  static final long NONE = Long.MIN_VALUE;

  /** What may come late without that all is looked for again. */
  private static final long BEFORE_MILLIS = Duration.ofDays(1).toMillis();

  private static final long AHEAD_MILLIS = Duration.ofDays(4).toMillis();

  /** So many at least are looked for: of rules that seldom happen. */
  private static final int FEWEST = 32;

  /** Looks for those around an instant. */
  static NearbyStarts around(long timeMillis, WindowRule rule, CalendarRule calendar) {
    LocalStarts locals = calendar.starts(rule.first());
    long here = rule.localMillis(timeMillis);
    long before = rule.length().toMillis() + BEFORE_MILLIS + CalendarRule.SHIFT_MILLIS;
    locals.skipTo(Math.max(here - before, WindowRule.number(rule.first())));
    long enough = here + AHEAD_MILLIS + CalendarRule.SHIFT_MILLIS;
    LongStream.Builder found = LongStream.builder();
    int count = 0;
    long next = locals.next();
    while (next != LocalStarts.NONE && (next < enough || count < FEWEST)) {
      found.add(rule.instantMillis(next));
      count++;
      next = locals.next();
    }
    return new NearbyStarts(
        found.build().filter(start -> start <= calendar.lastMillis()).sorted().toArray(),
        timeMillis - BEFORE_MILLIS,
        next == LocalStarts.NONE
            ? Long.MAX_VALUE
            : timeMillis + (next - here) - CalendarRule.SHIFT_MILLIS);
  }

  /** Whether it has all that can cover an instant. */
  boolean know(long timeMillis) {
    return knownFromMillis <= timeMillis && timeMillis < knownUntilMillis;
  }

  /** The last beginning that is not after an instant, or {@link #NONE}. */
  long lastUpTo(long timeMillis) {
    int place = Arrays.binarySearch(startsMillis, timeMillis);
    int at = place >= 0 ? place : -place - 2;
    return at < 0 ? NONE : startsMillis[at];
  }
}
