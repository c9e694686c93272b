package dev.kilter.tools.evaluate;

/**
 * The score of the Numenta Anomaly Benchmark, standard profile (Lavin and Ahmad, ICMLA 2015; NAB
 * v1.1): a window found early is worth up to 1, one missed costs 1, and a row in alarm outside of
 * windows costs up to 0.11, less while it follows a window closely.
 *
 * @param raw the sum of all that
 * @param windows how many windows count
 */
record NabScore(double raw, int windows) {
  static final NabScore NONE = new NabScore(0, 0);

  static NabScore of(WatchedEntity entity) {
    return NabWindows.of(entity).score();
  }

  NabScore plus(NabScore other) {
    return new NabScore(raw + other.raw, windows + other.windows);
  }

  /**
   * 100 for every window found in its first row and nothing else, 0 for never alarming; there is no
   * lower bound. NaN without windows.
   */
  double normalised() {
    return windows == 0 ? Double.NaN : 100 * (raw + windows) / (2.0 * windows);
  }
}
