package dev.kilter.tools.calibrate;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often scores of which size were, for quantiles of any number of them: in steps of a two
 * thousandth of the score. A quantile is told as the upper end of its step, so it is too large by
 * less than 0.05 %, and never too small.
 */
final class ScoreHistogram implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int STEPS_PER_OCTAVE_BITS = 11;
  private static final int SHIFT = 52 - STEPS_PER_OCTAVE_BITS;

  /** What is not above 0 is no threshold, and need not be told apart. */
  private static final long NOT_ABOVE_ZERO = -1;

  private final TreeMap<Long, Long> counts = new TreeMap<>();
  private long total;

  void add(double score) {
    add(stepOf(score), 1);
  }

  void merge(ScoreHistogram other) {
    other.counts.forEach(this::add);
  }

  private void add(long step, long times) {
    counts.merge(step, times, Long::sum);
    total += times;
  }

  long total() {
    return total;
  }

  /**
   * The least score that at least this share of the scores do not exceed; 0 when it is not above.
   */
  double quantile(double level) {
    long wanted = (long) Math.ceil(level * total);
    long seen = 0;
    for (Map.Entry<Long, Long> step : counts.entrySet()) {
      seen += step.getValue();
      if (seen >= wanted) {
        return upperEnd(step.getKey());
      }
    }
    throw new IllegalStateException("there are no scores");
  }

  /** How many scores are above another one, as far as steps tell. */
  long above(double score) {
    return counts.tailMap(stepOf(score), false).values().stream().mapToLong(Long::longValue).sum();
  }

  private static long stepOf(double score) {
    return score > 0 ? Double.doubleToLongBits(score) >> SHIFT : NOT_ABOVE_ZERO;
  }

  private static double upperEnd(long step) {
    return step == NOT_ABOVE_ZERO ? 0 : Math.nextDown(Double.longBitsToDouble((step + 1) << SHIFT));
  }
}
