package dev.kilter.job.config;

import java.time.Duration;

/** Durations as a pipeline file writes them. */
public final class Durations {
  private static final long[] UNITS_MILLIS = {86_400_000, 3_600_000, 60_000, 1000};
  private static final String[] UNITS = {"d", "h", "m", "s"};

  private Durations() {}

  /**
   * Reads a duration above zero, such as {@code 10m}.
   *
   * @throws IllegalArgumentException whose message completes "it must be …"
   */
  public static Duration parse(String text) {
    return Parsers.positiveDuration(text);
  }

  /** The duration in the largest unit that gives a whole number, such as {@code 10m}. */
  public static String text(Duration duration) {
    long millis = duration.toMillis();
    for (int unit = 0; unit < UNITS.length; unit++) {
      if (millis > 0 && millis % UNITS_MILLIS[unit] == 0) {
        return millis / UNITS_MILLIS[unit] + UNITS[unit];
      }
    }
    return millis + "ms";
  }
}
