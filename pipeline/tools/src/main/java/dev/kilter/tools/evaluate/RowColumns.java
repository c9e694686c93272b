package dev.kilter.tools.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The rows of one entity as they are read: two growing columns, in any order. */
final class RowColumns {
  private long[] timesMillis = new long[64];
  private double[] scores = new double[64];
  private int size;

  void add(long timeMillis, double score) {
    if (size == scores.length) {
      timesMillis = Arrays.copyOf(timesMillis, 2 * size);
      scores = Arrays.copyOf(scores, 2 * size);
    }
    timesMillis[size] = timeMillis;
    scores[size++] = score;
  }

  /** By time; of several rows at one time the one that came last. */
  EntityRows rows(String entity) {
    if (!isRising()) {
      sort();
    }
    return new EntityRows(entity, Arrays.copyOf(timesMillis, size), Arrays.copyOf(scores, size));
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
        sorted.add(timesMillis[order[i]], scores[order[i]]);
      }
    }
    timesMillis = sorted.timesMillis;
    scores = sorted.scores;
    size = sorted.size;
  }
}
