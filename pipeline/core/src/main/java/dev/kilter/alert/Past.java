package dev.kilter.alert;

import java.util.Arrays;

/**
 * What is remembered of the incidents an entity has had. Its array is not to be changed.
 *
 * @param last the last incident that is over, or null: there was none
 * @param closedMillis event time at which it was over, or never
 * @param quietUntilMillis nothing opens before this event time
 * @param openings event times of the last openings, as many as may count as flapping
 */
public record Past(Incident last, long closedMillis, long quietUntilMillis, long[] openings) {
  private static final long NEVER = Long.MIN_VALUE;
  private static final long[] NO_TIMES = {};

  /** Nothing has been. */
  public static final Past NONE = new Past(null, NEVER, NEVER, NO_TIMES);

  /** What opens now is the last incident, which is not long over. */
  boolean goesOn(long timeMillis, AlertPolicy policy) {
    return last != null && timeMillis - closedMillis < policy.reopen().toMillis();
  }

  /** The last incident, which comes back. */
  Incident comingBack(long timeMillis) {
    return last.after(timeMillis - closedMillis);
  }

  /** With one more opening. */
  Past opening(long timeMillis, FlapRule rule) {
    if (!rule.applies()) {
      return openings.length == 0 ? this : with(NO_TIMES);
    }
    int kept = Math.min(openings.length, rule.times() - 1);
    long[] next = Arrays.copyOfRange(openings, openings.length - kept, openings.length + 1);
    next[kept] = timeMillis;
    return with(next);
  }

  /** Whether so many openings came so soon one after the other. */
  boolean flaps(FlapRule rule) {
    int newest = openings.length - 1;
    return rule.applies()
        && openings.length >= rule.times()
        && openings[newest] - openings[openings.length - rule.times()] <= rule.within().toMillis();
  }

  /** With one more incident that is over. */
  Past closed(Incident incident, long timeMillis, AlertPolicy policy) {
    return new Past(
        incident.withheld(false), timeMillis, timeMillis + policy.cooldown().toMillis(), openings);
  }

  /** The last incident as it is after its end was told. */
  Past with(Incident incident) {
    return new Past(incident, closedMillis, quietUntilMillis, openings);
  }

  private Past with(long[] times) {
    return new Past(last, closedMillis, quietUntilMillis, times);
  }
}
