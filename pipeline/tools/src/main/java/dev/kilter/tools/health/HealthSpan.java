package dev.kilter.tools.health;

import dev.kilter.health.HealthKind;
import dev.kilter.health.HealthScope;

/**
 * One stretch in which something stood in the way of judging, as far as its messages tell.
 *
 * @param sinceMillis event time at which it began
 * @param endedMillis event time at which it ended; null if it had not
 * @param beganWith what was seen when it began; empty where that message is missing
 * @param endedWith what was seen when it ended; empty if it had not
 */
public record HealthSpan(
    HealthScope scope,
    HealthKind kind,
    long sinceMillis,
    Long endedMillis,
    String beganWith,
    String endedWith) {
  /** The same stretch, knowing what another message about it says. */
  HealthSpan and(HealthSpan other) {
    return new HealthSpan(
        scope,
        kind,
        sinceMillis,
        other.endedMillis == null ? endedMillis : other.endedMillis,
        other.beganWith.isEmpty() ? beganWith : other.beganWith,
        other.endedWith.isEmpty() ? endedWith : other.endedWith);
  }

  /** Whether it concerns a detector: it is of that one, or of all. */
  public boolean concerns(String detector) {
    return scope.detector() == null || scope.detector().equals(detector);
  }

  /**
   * Whether it says something of the entity, and not only that Kilter was not ready to judge, or
   * judges otherwise.
   */
  public boolean isOfEntity() {
    return switch (kind) {
      case NOT_ENOUGH_HISTORY, NO_DETECTOR, NO_MODEL, REBASELINED -> false;
      case SILENT, FLAT, OUT_OF_RANGE, JUMPING, TOO_MUCH_IMPUTED, TOO_FEW_CHANNELS -> true;
    };
  }
}
