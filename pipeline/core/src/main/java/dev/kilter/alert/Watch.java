package dev.kilter.alert;

import dev.kilter.score.MovingAverage;

/**
 * All that one detector remembers of one entity. Plain data, so Flink can keep it as state.
 *
 * @param average the exponential average of its scores
 * @param recentVerdicts the last verdicts as bits, the newest lowest
 * @param incident the open incident, or null
 * @param quietUntilMillis nothing opens before this event time
 */
public record Watch(
    MovingAverage average, long recentVerdicts, Incident incident, long quietUntilMillis) {

  /** What is remembered of an entity never judged. */
  public static Watch begin() {
    return new Watch(MovingAverage.empty(), 0, null, Long.MIN_VALUE);
  }

  /** Begins anew, counts included, but an open incident stays open and a cooldown goes on. */
  public Watch reset() {
    Incident uncounted = incident == null ? null : incident.anew();
    return new Watch(MovingAverage.empty(), 0, uncounted, quietUntilMillis);
  }
}
