package dev.kilter.alert;

/**
 * Where one entity is in the life of its incidents under one detector. Its methods are the moves
 * there are; all else is not possible.
 */
public sealed interface Phase permits Calm, Alarmed, Flapping {

  /** What comes of one more verdict. */
  Step next(Sighting seen, AlertPolicy policy);

  /** A history that begins anew: counts start over, an open incident stays, so does a cooldown. */
  Phase anew();

  /** The incident it is about: the open one, or in calm the last one, or null. */
  Incident incident();

  /** The same phase, the incident as it is after something was told of it or withheld. */
  Phase with(Incident incident);

  /** What is remembered of what has been. */
  Past past();

  /** How an alert of the incident calls it. */
  AlertStatus status();

  /** Whether an incident is open. */
  default boolean inAlarm() {
    return status() != AlertStatus.CLOSED;
  }
}
