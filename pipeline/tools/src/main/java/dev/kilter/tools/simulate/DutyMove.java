package dev.kilter.tools.simulate;

/**
 * One change of a pump's commanded speed.
 *
 * @param before part of the nominal speed until {@code atMillis}; 0 is standstill
 * @param after part of the nominal speed from {@code atMillis + durationMillis} on
 */
record DutyMove(long atMillis, long durationMillis, double before, double after) {
  /** The commanded speed on its way, along 3x^2 - 2x^3, which starts and ends without a kink. */
  double speedAt(long millis) {
    if (millis >= atMillis + durationMillis) {
      return after;
    }
    double x = Math.max(0, (double) (millis - atMillis) / durationMillis);
    return before + (after - before) * x * x * (3 - 2 * x);
  }

  double size() {
    return Math.abs(after - before);
  }

  boolean stops() {
    return after == 0;
  }
}
