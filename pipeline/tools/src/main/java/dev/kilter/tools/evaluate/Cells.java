package dev.kilter.tools.evaluate;

import java.util.Locale;

/** Values as they stand in a table; a dash where there is none. */
final class Cells {
  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;

  private Cells() {}

  static String ratio(double value) {
    return number("%.3f", value);
  }

  static String rate(double value) {
    return number("%.2f", value);
  }

  static String points(double value) {
    return number("%.1f", value);
  }

  static String percent(double share) {
    return number("%.1f %%", 100 * share);
  }

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** In the largest unit of which there are at least two. */
  static String length(double seconds) {
    if (seconds < 2 * MINUTE) {
      return number("%.0f s", seconds);
    }
    if (seconds < 2 * HOUR) {
      return number("%.1f min", seconds / MINUTE);
    }
    return seconds < 2 * DAY ? number("%.1f h", seconds / HOUR) : number("%.1f d", seconds / DAY);
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
  }
}
