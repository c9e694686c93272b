package dev.kilter.alert;

import java.io.Serializable;
import java.time.Duration;

/**
 * When verdicts become an incident.
 *
 * @param odd so many odd verdicts …
 * @param of … of so many in a row open one
 * @param leastDuration nothing opens before trouble has gone on for so long
 */
public record OpeningRule(int odd, int of, Duration leastDuration) implements Serializable {
  /** More verdicts than this cannot be remembered. */
  public static final int LONGEST_MEMORY = 64;

  boolean isMet(RecentVerdicts recent, long troubleMillis) {
    return recent.odd() >= odd && troubleMillis >= leastDuration.toMillis();
  }
}
