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

  /** So many clear verdicts in a row close it. */
  public static ClosingRule after(int clear) {
    return new ClosingRule(clear, Duration.ZERO, 1, Duration.ZERO);
  }
}
