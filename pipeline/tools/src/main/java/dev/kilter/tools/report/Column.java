package dev.kilter.tools.report;

import java.util.Arrays;
import java.util.BitSet;

/** One series, in buckets: the lowest and the highest value of each, and which came first. */
final class Column {
  private static final int FIRST_CAPACITY = 64;

  private float[] low = new float[0];
  private float[] high = new float[0];
  private final BitSet highFirst = new BitSet();

  /** Adds a value to a bucket; one that is not finite is none. */
  void add(int bucket, double number) {
    float value = (float) number;
    if (!Float.isFinite(value)) {
      return;
    }
    ensure(bucket);
    if (Float.isNaN(low[bucket])) {
      low[bucket] = value;
      high[bucket] = value;
      return;
    }
    if (value < low[bucket]) {
      low[bucket] = value;
      highFirst.set(bucket);
    }
    if (value > high[bucket]) {
      high[bucket] = value;
      highFirst.clear(bucket);
    }
  }

  /** Makes one bucket of each two. */
  void halve() {
    int size = low.length;
    for (int bucket = 0; bucket < size; bucket += 2) {
      merge(bucket, Math.min(bucket + 1, size - 1), bucket / 2);
    }
    int kept = (size + 1) / 2;
    Arrays.fill(low, kept, size, Float.NaN);
    Arrays.fill(high, kept, size, Float.NaN);
    highFirst.clear(kept, size);
  }

  private void merge(int first, int second, int target) {
    boolean empty = Float.isNaN(low[first]);
    boolean lowIsFirst = !(low[second] < low[first]) && !empty;
    boolean highIsFirst = !(high[second] > high[first]) && !empty;
    boolean swapped =
        lowIsFirst == highIsFirst ? highFirst.get(lowIsFirst ? first : second) : highIsFirst;
    low[target] = lowIsFirst ? low[first] : low[second];
    high[target] = highIsFirst ? high[first] : high[second];
    highFirst.set(target, swapped);
  }

  /** The extreme of a bucket that came first; NaN where it has no value. */
  float first(int bucket) {
    return highFirst.get(bucket) ? high(bucket) : low(bucket);
  }

  /** The extreme of a bucket that came last. */
  float last(int bucket) {
    return highFirst.get(bucket) ? low(bucket) : high(bucket);
  }

  float low(int bucket) {
    return bucket < low.length ? low[bucket] : Float.NaN;
  }

  float high(int bucket) {
    return bucket < high.length ? high[bucket] : Float.NaN;
  }

  private void ensure(int bucket) {
    if (bucket < low.length) {
      return;
    }
    int size = low.length;
    int capacity = Math.max(FIRST_CAPACITY, Math.max(bucket + 1, 2 * size));
    low = Arrays.copyOf(low, capacity);
    high = Arrays.copyOf(high, capacity);
    Arrays.fill(low, size, capacity, Float.NaN);
    Arrays.fill(high, size, capacity, Float.NaN);
  }
}
