package dev.kilter.score;

/**
 * A score held against its threshold.
 *
 * @param score the score as it was
 * @param before the entity's average before it; NaN for the first
 * @param average the average with it: what is judged
 * @param threshold what the average may not exceed
 */
public record Verdict(Score score, double before, MovingAverage average, double threshold) {

  /** Whether the entity is off kilter at this instant. */
  public boolean odd() {
    return average.score() > threshold;
  }

  /** Each channel's share of all channels' averaged error, 0 to 1; 0 for an absent channel. */
  public double[] shares() {
    float[] parts = average.parts();
    double[] shares = new double[parts.length];
    double whole = 0;
    for (float part : parts) {
      whole += part > 0 ? part : 0;
    }
    for (int channel = 0; channel < parts.length; channel++) {
      shares[channel] = parts[channel] > 0 ? parts[channel] / whole : 0;
    }
    return shares;
  }

  /** How many times the threshold the average is. */
  public double excess() {
    return average.score() / threshold;
  }
}
