package dev.kilter.alert;

import java.io.Serializable;

/**
 * From where on an incident is worse than minor, in multiples of its threshold.
 *
 * @param major from here on it is major, at least 1
 * @param critical from here on it is critical, above {@code major}
 */
public record SeveritySteps(double major, double critical) implements Serializable {

  /** What a detector gets that does not say: twice and four times. */
  public static SeveritySteps standard() {
    return new SeveritySteps(2, 4);
  }

  /**
   * The severity of a score.
   *
   * @param excess how many times the threshold the score is
   */
  public Severity of(double excess) {
    if (excess >= critical) {
      return Severity.CRITICAL;
    }
    return excess >= major ? Severity.MAJOR : Severity.MINOR;
  }
}
