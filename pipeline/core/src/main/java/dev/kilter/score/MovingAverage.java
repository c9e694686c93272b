package dev.kilter.score;

/**
 * The exponential average of one entity's scores, and of each channel's part in them.
 *
 * @param score the averaged score; NaN before the first
 * @param parts the averaged parts, {@code [channel]}; NaN for a channel not seen yet
 */
public record MovingAverage(double score, float[] parts) {

  /** The average of nothing yet. */
  public static MovingAverage empty() {
    return new MovingAverage(Double.NaN, new float[0]);
  }

  /**
   * The average after one more score.
   *
   * @param weight the weight of the newest score, above 0 and at most 1
   */
  public MovingAverage with(Score newest, double weight) {
    float[] next = newest.parts().clone();
    for (int channel = 0; channel < next.length; channel++) {
      float before = channel < parts.length ? parts[channel] : Float.NaN;
      next[channel] = (float) blend(before, next[channel], weight);
    }
    return new MovingAverage(blend(score, newest.raw(), weight), next);
  }

  private static double blend(double before, double newest, double weight) {
    if (Double.isNaN(before)) {
      return newest;
    }
    if (Double.isNaN(newest)) {
      return before;
    }
    return weight * newest + (1 - weight) * before;
  }
}
