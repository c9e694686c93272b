package dev.kilter.alert;

import java.util.Locale;

/** How bad an incident is, by how many times the threshold its score is. */
public enum Severity {
  /** Over the threshold. */
  MINOR,
  /** At least twice the threshold, or as {@link SeveritySteps} say. */
  MAJOR,
  /** At least four times the threshold, or as {@link SeveritySteps} say. */
  CRITICAL;

  /**
   * The severity of a score by the standard steps.
   *
   * @param excess how many times the threshold the score is
   */
  public static Severity of(double excess) {
    return SeveritySteps.standard().of(excess);
  }

  /** The worse of the two. */
  public Severity orWorse(Severity other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The severity as it is written, such as {@code major}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
