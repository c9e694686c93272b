package dev.kilter.score.threshold;

import java.util.Arrays;

/**
 * How far values go beyond a high level that they exceed: the generalized Pareto distribution.
 *
 * @param scale its scale, 0 or more
 * @param shape its shape: above 0 the tail is heavy, below 0 it ends
 */
record GeneralizedPareto(double scale, double shape) {
  /** Beyond, the estimate is not to be trusted (Hosking and Wallis, 1987). */
  private static final double LARGEST_SHAPE = 0.5;

  private static final double PLOTTING_POSITION = 0.35;
  private static final double AS_GOOD_AS_EXPONENTIAL = 1e-9;

  /**
   * The distribution of these excesses, by probability-weighted moments (Hosking and Wallis, 1987):
   * closed, always defined, and of some hundred excesses as good as the likeliest.
   *
   * @param excesses at least one, none below 0
   */
  static GeneralizedPareto of(double[] excesses) {
    double[] sorted = excesses.clone();
    Arrays.sort(sorted);
    double mean = 0;
    double weighted = 0;
    for (int rank = 0; rank < sorted.length; rank++) {
      double position = (rank + 1 - PLOTTING_POSITION) / sorted.length;
      mean += sorted[rank] / sorted.length;
      weighted += sorted[rank] * (1 - position) / sorted.length;
    }
    if (mean == 0) {
      return new GeneralizedPareto(0, 0);
    }
    double estimated = 2 - mean / (mean - 2 * weighted);
    double shape = Math.min(Math.max(estimated, -LARGEST_SHAPE), LARGEST_SHAPE);
    return new GeneralizedPareto(mean * (1 - shape), shape);
  }

  /** The excess that is exceeded with this probability, above 0; 0 from a probability of 1 on. */
  double exceededWith(double probability) {
    if (probability >= 1) {
      return 0;
    }
    double log = -StrictMath.log(probability);
    return Math.abs(shape) < AS_GOOD_AS_EXPONENTIAL
        ? scale * log
        : scale * StrictMath.expm1(shape * log) / shape;
  }
}
