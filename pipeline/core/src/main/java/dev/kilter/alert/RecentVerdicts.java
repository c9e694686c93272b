package dev.kilter.alert;

/**
 * The last verdicts of one entity under one detector, as bits: 1 is odd, the newest lowest.
 *
 * @param bits the verdicts
 */
record RecentVerdicts(long bits) {

  RecentVerdicts with(boolean odd, int kept) {
    long mask = kept == OpeningRule.LONGEST_MEMORY ? -1L : (1L << kept) - 1;
    return new RecentVerdicts(((bits << 1) | (odd ? 1 : 0)) & mask);
  }

  int odd() {
    return Long.bitCount(bits);
  }
}
