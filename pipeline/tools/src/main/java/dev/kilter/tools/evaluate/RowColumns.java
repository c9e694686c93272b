package dev.kilter.tools.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The rows of one entity as they are read: growing columns, in any order. */
final class RowColumns {
  private long[] timesMillis = new long[64];
  private double[] scores = new double[64];
  private double[] thresholds = new double[64];
  private String[] reasons = new String[64];
  private int size;

  /**
   * Adds a row.
   *
   * @param threshold what the score was held against; NaN where that is not known
   * @param reason why there is no score; null where there is one
   */
  void add(long timeMillis, double score, double threshold, String reason) {
    if (size == scores.length) {
      timesMillis = Arrays.copyOf(timesMillis, 2 * size);
      scores = Arrays.copyOf(scores, 2 * size);
      thresholds = Arrays.copyOf(thresholds, 2 * size);
      reasons = Arrays.copyOf(reasons, 2 * size);
    }
    timesMillis[size] = timeMillis;
    scores[size] = score;
    thresholds[size] = threshold;
    reasons[size++] = reason;
  }

  /** By time; of several rows at one time the one that came last. */
  EntityRows rows(String entity) {
    if (!isRising()) {
      sort();
    }
    return new EntityRows(
        entity,
        Arrays.copyOf(timesMillis, size),
        Arrays.copyOf(scores, size),
        Arrays.copyOf(reasons, size),
        over());
  }

  private BitSet over() {
    if (IntStream.range(0, size).allMatch(row -> Double.isNaN(thresholds[row]))) {
      return null;
    }
    BitSet over = new BitSet(size);
    IntStream.range(0, size).filter(row -> scores[row] > thresholds[row]).forEach(over::set);
    return over;
  }

  private boolean isRising() {
    return IntStream.range(1, size).allMatch(i -> timesMillis[i - 1] < timesMillis[i]);
  }

  private void sort() {
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingLong(i -> timesMillis[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    RowColumns sorted = new RowColumns();
    for (int i = 0; i < size; i++) {
      boolean last = i == size - 1 || timesMillis[order[i]] != timesMillis[order[i + 1]];
      if (last) {
        sorted.add(
            timesMillis[order[i]], scores[order[i]], thresholds[order[i]], reasons[order[i]]);
      }
    }
    timesMillis = sorted.timesMillis;
    scores = sorted.scores;
    thresholds = sorted.thresholds;
    reasons = sorted.reasons;
    size = sorted.size;
  }
}
