package dev.kilter.tools.evaluate;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one detector scored.
 *
 * @param entities by name
 */
record ScoredRows(String detector, List<EntityRows> entities) {

  Map<String, EntityRows> byName() {
    return entities.stream().collect(Collectors.toMap(EntityRows::entity, Function.identity()));
  }
}
