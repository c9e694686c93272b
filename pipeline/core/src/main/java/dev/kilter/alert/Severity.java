package dev.kilter.alert;

import java.util.Locale;

/** How bad an incident is, by how many times the threshold its score is. */
public enum Severity {
  /** Over the threshold. */
  MINOR(1),
  /** At least twice the threshold. */
  MAJOR(2),
  /** At least four times the threshold. */
  CRITICAL(4);

  private final double leastExcess;

  Severity(double leastExcess) {
    this.leastExcess = leastExcess;
  }

  /**
   * The severity of a score.
   *
   * @param excess how many times the threshold the score is
   */
  public static Severity of(double excess) {
    Severity severity = MINOR;
    for (Severity each : values()) {
      severity = excess >= each.leastExcess ? each : severity;
    }
    return severity;
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
