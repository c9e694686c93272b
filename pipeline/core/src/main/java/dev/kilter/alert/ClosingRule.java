package dev.kilter.alert;

import java.io.Serializable;
import java.time.Duration;

/**
 * When an incident is over.
 *
 * @param clear so many clear verdicts in a row close it …
 * @param clearFor … once they have gone on for so long
 * @param below a verdict is clear where the score is at most this part of the threshold, above 0
 *     and at most 1
 * @param merge incidents with a shorter pause between them are one: it stays open for so long after
 *     the last trouble
 */
public record ClosingRule(int clear, Duration clearFor, double below, Duration merge)
    implements Serializable {
  /** More clear verdicts in a row than this are not asked for. */
  public static final int MOST_CLEAR = 1_000_000;

  private static final int LEAST_CLEAR = 10;
  private static final double CLEARLY_BELOW = 0.8;

  /** So many clear verdicts in a row close it. */
  public static ClosingRule after(int clear) {
    return new ClosingRule(clear, Duration.ZERO, 1, Duration.ZERO);
  }

  /**
   * As many clear verdicts as those in which one row is seen, clearly below the threshold: what
   * comes back sooner has not been away, since the same rows are still in the verdicts.
   *
   * @param memory in how many verdicts one row is seen, at least 1
   */
  static ClosingRule suiting(int memory) {
    int clear = Math.min(Math.max(memory, LEAST_CLEAR), MOST_CLEAR);
    return new ClosingRule(clear, Duration.ZERO, CLEARLY_BELOW, Duration.ZERO);
  }
}
