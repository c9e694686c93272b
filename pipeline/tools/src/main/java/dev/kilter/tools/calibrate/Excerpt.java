package dev.kilter.tools.calibrate;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Rows of one entity that followed on each other.
 *
 * @param entity whose they are
 * @param timeMillis event time of the newest
 * @param values {@code [time][channel]} flattened, oldest row first
 * @param mask which of the values were measured
 */
record Excerpt(String entity, long timeMillis, float[] values, boolean[] mask)
    implements Serializable {
  /** The longest, of these the newest, of these the first by name. */
  static final Comparator<Excerpt> NEWEST =
      Comparator.<Excerpt>comparingInt(excerpt -> excerpt.values.length)
          .thenComparingLong(Excerpt::timeMillis)
          .thenComparing(Excerpt::entity, Comparator.reverseOrder());

  /** The longest, of these the one in which a channel moves most. */
  static Comparator<Excerpt> liveliest(int channel, int channels) {
    return Comparator.<Excerpt>comparingInt(excerpt -> excerpt.values.length)
        .thenComparingDouble(excerpt -> excerpt.range(channel, channels))
        .thenComparing(NEWEST);
  }

  /** The difference between a channel's largest and its smallest value. */
  float range(int channel, int channels) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int at = channel; at < values.length; at += channels) {
      low = Math.min(low, values[at]);
      high = Math.max(high, values[at]);
    }
    return high - low;
  }

  /** The same rows over and over, until there are as many values as wanted. */
  Excerpt repeatedTo(int size) {
    float[] longer = new float[size];
    boolean[] longerMask = new boolean[size];
    for (int at = 0; at < size; at++) {
      longer[at] = values[at % values.length];
      longerMask[at] = mask[at % mask.length];
    }
    return new Excerpt(entity, timeMillis, longer, longerMask);
  }
}
