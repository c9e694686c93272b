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

  /** How many times the threshold the average is. */
  public double excess() {
    return average.score() / threshold;
  }
}
