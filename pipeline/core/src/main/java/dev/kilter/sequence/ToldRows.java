package dev.kilter.sequence;

import java.util.List;

/**
 * Rows that a network was shown, told so that they can be made again of the records they were made
 * of.
 *
 * @param fromMillis event time of the oldest row
 * @param toMillis event time of the newest row
 * @param count how many rows; 0 where nobody knows
 * @param afterMillis of rows between which there may be others: how long after the oldest each is;
 *     empty where they are all there are
 * @param offsets where they lie in the events topic
 * @param filled what stood in for values that were not measured
 * @param measured measured values that the records do not say by themselves
 */
public record ToldRows(
    long fromMillis,
    long toMillis,
    int count,
    long[] afterMillis,
    List<OffsetRange> offsets,
    List<ToldCells> filled,
    List<ToldCells> measured) {
  private static final long[] ALL_THERE_ARE = {};

  /** Rows of which only is told when they were, and where they lie. */
  public static ToldRows unknown(long fromMillis, long toMillis, List<OffsetRange> offsets) {
    return new ToldRows(fromMillis, toMillis, 0, ALL_THERE_ARE, offsets, List.of(), List.of());
  }

  /** Whether every value is told, so that no record is needed. */
  public boolean tellsAll(int channels) {
    return count > 0 && cells(filled) + cells(measured) == (long) count * channels;
  }

  /** The same, telling no values. */
  public ToldRows withoutCells() {
    return new ToldRows(fromMillis, toMillis, count, afterMillis, offsets, List.of(), List.of());
  }

  /** Whether any value is told. */
  public boolean hasCells() {
    return !filled.isEmpty() || !measured.isEmpty();
  }

  private static long cells(List<ToldCells> told) {
    return told.stream().mapToLong(cells -> cells.rows().length).sum();
  }
}
