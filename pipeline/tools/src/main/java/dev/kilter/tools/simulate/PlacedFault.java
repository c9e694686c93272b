package dev.kilter.tools.simulate;

import java.time.Duration;
import java.util.List;

/**
 * A fault in its place, with the effects it has there.
 *
 * @param sizeInNoise signed: negative turns every effect round
 */
record PlacedFault(
    FaultKind kind, long fromMillis, long toMillis, double sizeInNoise, List<Effect> effects) {
  /** The ramp back at the end. */
  static final long RECOVERY_MILLIS = Duration.ofMinutes(10).toMillis();

  /**
   * How far the fault has come: 0 outside, up to 1 along the ramp, 1 on the plateau, back to 0 at
   * the end.
   */
  double courseAt(long millis) {
    if (millis < fromMillis || millis >= toMillis) {
      return 0;
    }
    double rampMillis = kind.rampPart() * (toMillis - fromMillis);
    double grown = rampMillis == 0 ? 1 : (millis - fromMillis) / rampMillis;
    double left = (double) (toMillis - millis) / RECOVERY_MILLIS;
    return Math.min(1, Math.min(grown, left));
  }

  /** The onset and the plateau, without the way back. */
  boolean holdsAt(long millis) {
    return millis >= fromMillis && millis < toMillis - RECOVERY_MILLIS;
  }

  Fault of(String entity) {
    double size = Math.abs(sizeInNoise);
    List<String> shown =
        effects.stream()
            .filter(effect -> effect.shows(size))
            .map(Effect::channelName)
            .distinct()
            .toList();
    return new Fault(entity, kind, fromMillis, toMillis, kind.holds() ? Double.NaN : size, shown);
  }
}
