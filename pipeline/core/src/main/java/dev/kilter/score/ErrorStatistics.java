package dev.kilter.score;

import java.io.Serializable;

/**
 * What a model's errors look like on held-out normal data, per channel.
 *
 * @param mean mean error of each channel
 * @param deviation standard deviation of it, above zero
 * @param counted which channels count: one that drifts there does not
 */
public record ErrorStatistics(float[] mean, float[] deviation, boolean[] counted)
    implements Serializable {

  /**
   * Standardises errors so that channels can be compared.
   *
   * @param errors {@code [channel]}, as the model gave them
   * @param present which channels were measured
   * @return {@code [channel]}; NaN where the channel is absent or does not count
   */
  public float[] standardise(float[] errors, boolean[] present) {
    float[] parts = errors.clone();
    standardise(parts, present, 0);
    return parts;
  }

  /**
   * The same in place.
   *
   * @param errors {@code [channel]}, as the model gave them; becomes the parts
   * @param present which values were measured
   * @param from where the channels begin in that
   */
  public void standardise(float[] errors, boolean[] present, int from) {
    for (int channel = 0; channel < errors.length; channel++) {
      errors[channel] =
          present[from + channel] && counted[channel]
              ? (errors[channel] - mean[channel]) / deviation[channel]
              : Float.NaN;
    }
  }

  /**
   * The raw score: the mean of the parts that are present. With k of n channels present the mean
   * spreads wider by √(n/k) than the calibrated quantile knows, so it is drawn in by as much.
   */
  public static double raw(float[] parts) {
    double sum = 0;
    int present = 0;
    for (float part : parts) {
      if (!Float.isNaN(part)) {
        sum += part;
        present++;
      }
    }
    return sum / Math.sqrt((double) present * parts.length);
  }
}
