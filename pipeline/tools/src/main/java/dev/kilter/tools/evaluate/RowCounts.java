package dev.kilter.tools.evaluate;

import java.util.BitSet;

/** Rows in alarm held against labelled rows. */
record RowCounts(long alarmedOdd, long alarmedNormal, long quietOdd, long quietNormal) {

  static RowCounts of(WatchedEntity entity) {
    BitSet odd = entity.labelledRows();
    BitSet alarmed = entity.alarmedRows();
    BitSet both = (BitSet) odd.clone();
    both.and(alarmed);
    long hits = both.cardinality();
    long misses = odd.cardinality() - hits;
    long falseAlarms = alarmed.cardinality() - hits;
    return new RowCounts(
        hits, falseAlarms, misses, entity.rows().size() - hits - misses - falseAlarms);
  }

  RowCounts plus(RowCounts other) {
    return new RowCounts(
        alarmedOdd + other.alarmedOdd,
        alarmedNormal + other.alarmedNormal,
        quietOdd + other.quietOdd,
        quietNormal + other.quietNormal);
  }

  /** NaN where nothing was in alarm. */
  double precision() {
    return share(alarmedOdd, alarmedOdd + alarmedNormal);
  }

  /** NaN where nothing was labelled. */
  double recall() {
    return share(alarmedOdd, alarmedOdd + quietOdd);
  }

  /** NaN where nothing was labelled. */
  double f1() {
    return alarmedOdd + quietOdd == 0
        ? Double.NaN
        : share(2 * alarmedOdd, 2 * alarmedOdd + alarmedNormal + quietOdd);
  }

  /** The share of rows without a label that are in alarm; NaN where all are labelled. */
  double normalTimeInAlarm() {
    return share(alarmedNormal, alarmedNormal + quietNormal);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }
}
