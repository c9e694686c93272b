package dev.kilter.sequence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whom something behind the key is about.
 *
 * @param detector the detector it is for
 * @param entity the entity it is about
 * @param late whether it was made of events that came too late, and is judged apart
 */
public record Subject(String detector, String entity, boolean late) {
  /** By detector. It is asked for several times for each sequence, and is put together once. */
  private static final Map<String, String> IN_TIME = new ConcurrentHashMap<>();

  /** An entity whose events came in time. */
  public static Subject of(String detector, String entity) {
    return new Subject(detector, entity, false);
  }

  /** Tells it from the entity's other subjects: what came too late is kept apart. */
  public String keyInEntity() {
    return late ? "late/" + detector : IN_TIME.computeIfAbsent(detector, id -> "in-time/" + id);
  }
}
