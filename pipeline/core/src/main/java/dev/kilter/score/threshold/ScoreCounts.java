package dev.kilter.score.threshold;

/**
 * How often scores were how high, in multiples of the lowest that matters: counts in classes each
 * of which is two percent wider than the one below, as in DDSketch (Masson, Rim and Lee, VLDB
 * 2019). A quantile is told to within these two percent. Plain data, so Flink can keep it as state.
 *
 * @param scores how many scores there were, as far as they still count
 * @param counts how many of them were in each class, the lowest first; what is below all classes is
 *     in none, what is above all in the highest
 */
public record ScoreCounts(double scores, float[] counts) {
  private static final double GROWTH = 1.02;
  private static final double LOG_GROWTH = StrictMath.log(GROWTH);

  /** No scores yet, to be counted from 1 up to this many times the lowest. */
  static ScoreCounts begin(double highest) {
    return new ScoreCounts(0, new float[(int) Math.ceil(StrictMath.log(highest) / LOG_GROWTH)]);
  }

  /**
   * The counts with one more score. Most scores are below all classes, and cost no copy.
   *
   * @param height the score, in multiples of the lowest
   */
  ScoreCounts with(double height) {
    if (height < 1) {
      return new ScoreCounts(scores + 1, counts);
    }
    float[] next = counts.clone();
    int place = (int) (StrictMath.log(height) / LOG_GROWTH);
    next[Math.min(place, next.length - 1)]++;
    return new ScoreCounts(scores + 1, next);
  }

  /** The same, or the half of everything once there is twice as much as is remembered. */
  ScoreCounts forgetting(int memory) {
    if (scores < 2.0 * memory) {
      return this;
    }
    float[] halves = counts.clone();
    for (int place = 0; place < halves.length; place++) {
      halves[place] /= 2;
    }
    return new ScoreCounts(scores / 2, halves);
  }

  /** The height below which this share of the scores is; 1 where it is below all classes. */
  double quantile(double share) {
    double above = (1 - share) * scores;
    for (int place = counts.length - 1; place >= 0; place--) {
      if (counts[place] > above) {
        return StrictMath.pow(GROWTH, place + 1 - above / counts[place]);
      }
      above -= counts[place];
    }
    return 1;
  }
}
