package dev.kilter.alert;

import dev.kilter.score.MovingAverage;
import dev.kilter.score.threshold.ThresholdState;

/**
 * All that one detector remembers of one entity. Never changed, so that it can be kept as it is.
 *
 * @param average the exponential average of its scores
 * @param learned what was seen of its scores, for its threshold
 * @param phase where it is in the life of its incidents
 */
public record Watch(MovingAverage average, ThresholdState learned, Phase phase) {

  /** What is remembered of an entity never judged. */
  public static Watch begin() {
    return new Watch(MovingAverage.empty(), ThresholdState.begin(), Calm.AT_FIRST);
  }

  /**
   * Begins anew, counts included, but an open incident stays open, a cooldown goes on, and so does
   * what was learned for the threshold: another model's it is not taken for.
   */
  public Watch reset() {
    return new Watch(MovingAverage.empty(), learned, phase.anew());
  }

  /** The open incident, or null. */
  public Incident incident() {
    return phase.inAlarm() ? phase.incident() : null;
  }
}
