package dev.kilter.tools.alert;

import dev.kilter.sequence.Sequence;

/** The values of a channel as a small picture of bars; a dot where one was filled in. */
final class SparkLine {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final char FILLED = '·';

  private SparkLine() {}

  /**
   * The picture.
   *
   * @param most of so many of the newest rows at most
   */
  static String of(Sequence rows, int channel, int most) {
    int first = Math.max(0, rows.length() - most);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int row = first; row < rows.length(); row++) {
      if (rows.isMeasured(row, channel)) {
        low = Math.min(low, rows.value(row, channel));
        high = Math.max(high, rows.value(row, channel));
      }
    }
    StringBuilder picture = new StringBuilder();
    for (int row = first; row < rows.length(); row++) {
      double share = high > low ? (rows.value(row, channel) - low) / (high - low) : 0;
      int bar = (int) Math.round(share * (BARS.length() - 1));
      picture.append(rows.isMeasured(row, channel) ? BARS.charAt(bar) : FILLED);
    }
    return picture.toString();
  }
}
