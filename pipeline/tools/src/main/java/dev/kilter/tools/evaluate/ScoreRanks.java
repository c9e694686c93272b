package dev.kilter.tools.evaluate;

import java.util.Arrays;

/** Ranks scores by the highest of a row of thresholds that they reach. */
final class ScoreRanks {
  private ScoreRanks() {}

  /**
   * For each score the number of the first threshold that it reaches; the thresholds lie evenly
   * among the sorted scores, from the highest, number 0, to the lowest.
   */
  static int[] of(double[] scores, int thresholds) {
    double[] rising = thresholds(scores, thresholds);
    int[] ranks = new int[scores.length];
    for (int row = 0; row < scores.length; row++) {
      ranks[row] = thresholds - reached(rising, scores[row]);
    }
    return ranks;
  }

  private static double[] thresholds(double[] scores, int thresholds) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    double step = last / (thresholds - 1.0);
    double[] rising = new double[thresholds];
    for (int i = 0; i < thresholds; i++) {
      int place = i == thresholds - 1 ? last : (int) (i * step);
      rising[thresholds - 1 - i] = sorted[last - place];
    }
    return rising;
  }

  /** How many thresholds the score reaches. */
  private static int reached(double[] rising, double score) {
    int low = 0;
    int high = rising.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rising[middle] <= score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
