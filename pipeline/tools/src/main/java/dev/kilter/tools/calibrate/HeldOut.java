package dev.kilter.tools.calibrate;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which part of the data quantiles are measured on, the statistics of errors being those of the
 * rest: whole entities, or with fewer than five the newest part of each.
 *
 * @param entities the entities that are held out; empty where it goes by time
 * @param untilMillis where it goes by time, the end of the older part of each entity
 */
record HeldOut(TreeSet<String> entities, TreeMap<String, Long> untilMillis)
    implements Serializable {
  private static final int FEWEST_ENTITIES = 5;

  /**
   * Parts the data.
   *
   * @param share how much of it is held out, between 0 and 1
   */
  static HeldOut of(Map<String, EntityRows> rows, double share) {
    return rows.size() < FEWEST_ENTITIES ? byTime(rows, share) : byEntity(rows, share);
  }

  /** Evenly over the names: every fifth where the share is 0.2. */
  private static HeldOut byEntity(Map<String, EntityRows> rows, double share) {
    TreeSet<String> held = new TreeSet<>();
    int number = 0;
    for (String entity : rows.keySet()) {
      number++;
      if (Math.floor(number * share) > Math.floor((number - 1) * share)) {
        held.add(entity);
      }
    }
    return new HeldOut(held, new TreeMap<>());
  }

  private static HeldOut byTime(Map<String, EntityRows> rows, double share) {
    TreeMap<String, Long> until = new TreeMap<>();
    rows.forEach(
        (entity, seen) ->
            until.put(
                entity,
                seen.firstMillis + Math.round((seen.lastMillis - seen.firstMillis) * (1 - share))));
    return new HeldOut(new TreeSet<>(), until);
  }

  /** Whether what ends at this time of this entity is held out. */
  boolean holds(String entity, long timeMillis) {
    Long until = untilMillis.get(entity);
    return until == null ? entities.contains(entity) : timeMillis > until;
  }

  /** In words: what is held out. */
  String text(int ofEntities) {
    return entities.isEmpty()
        ? "the newest part of each entity"
        : entities.size() + " of " + ofEntities + " entities";
  }
}
