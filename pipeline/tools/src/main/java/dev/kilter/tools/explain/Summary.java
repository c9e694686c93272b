package dev.kilter.tools.explain;

/**
 * A matrix of states in a few numbers.
 *
 * @param mean the mean of all
 * @param lowest the lowest of all
 * @param highest the highest of all
 * @param byRow the mean of each row
 */
record Summary(double mean, double lowest, double highest, double[] byRow) {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final int WIDEST = 48;

  /** Of states, {@code [row][unit]} flattened. */
  static Summary of(float[] states, int units) {
    double[] byRow = new double[states.length / units];
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int at = 0; at < states.length; at++) {
      byRow[at / units] += states[at] / units;
      lowest = Math.min(lowest, states[at]);
      highest = Math.max(highest, states[at]);
      sum += states[at];
    }
    return new Summary(sum / states.length, lowest, highest, byRow);
  }

  /** The means of the newest rows as bars, between the lowest and the highest of these means. */
  String sparkline() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double row : byRow) {
      low = Math.min(low, row);
      high = Math.max(high, row);
    }
    StringBuilder bars = new StringBuilder();
    for (int row = Math.max(0, byRow.length - WIDEST); row < byRow.length; row++) {
      double share = high > low ? (byRow[row] - low) / (high - low) : 0;
      bars.append(BARS.charAt((int) Math.round(share * (BARS.length() - 1))));
    }
    return bars.toString();
  }
}
