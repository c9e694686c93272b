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

  private static final int LEAST_OF = 5;
  private static final double ODD_PART = 0.6;
  private static final double WATCHED_PART = 0.25;

  /**
   * Three of every five verdicts, in a quarter of those in which one row is seen: by then what is
   * odd rests on rows that have come since, and what one row brought about by chance is fading.
   *
   * @param memory in how many verdicts one row is seen, at least 1
   */
  static OpeningRule suiting(int memory) {
    int watched = (int) Math.ceil(WATCHED_PART * memory);
    int of = Math.min(Math.max(watched, LEAST_OF), LONGEST_MEMORY);
    return new OpeningRule((int) Math.ceil(ODD_PART * of), of, Duration.ZERO);
  }

  boolean isMet(RecentVerdicts recent, long troubleMillis) {
    return recent.odd() >= odd && troubleMillis >= leastDuration.toMillis();
  }
}
