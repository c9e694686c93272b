package dev.kilter.sequence;

import java.util.HashMap;
import java.util.Map;

/**
 * All that is kept of one entity on one of its lanes.
 *
 * @param entity the entity, whatever watches it
 * @param tracks its recent rows and what became of them, by detector; changed
 */
public record EntityHistory(EntityState entity, Map<String, Track> tracks) {

  /** The history of an entity that has not come before. */
  public static EntityHistory begin(EntityTracker tracker) {
    return new EntityHistory(tracker.begin(), new HashMap<>());
  }
}
