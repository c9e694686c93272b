package dev.kilter.score.threshold;

/**
 * A threshold that stays as it is: the calibrated one, or one that somebody has fixed.
 *
 * @param value what may not be exceeded, above 0
 */
public record StandingThreshold(double value) implements Threshold {

  @Override
  public double of(ThresholdState state) {
    return value;
  }

  @Override
  public ThresholdState after(ThresholdState state, double averagedScore, boolean inAlarm) {
    return state;
  }
}
