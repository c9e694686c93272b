package dev.kilter.onnx;

import java.util.Map;

/**
 * What {@code entities.json} says: what is normal for each entity of a model that is one for many.
 *
 * @param unseen what becomes of entities it does not name: {@code pooled}, or {@code not-judged}
 * @param entities the entities by name
 */
record EntitiesFile(String unseen, Map<String, Entity> entities) {
  static final String POOLED = "pooled";
  static final String NOT_JUDGED = "not-judged";

  /** What differs from {@code model.json}; a part that is null is as there. */
  record Entity(Spread scaling, Spread errors, Map<String, Double> quantiles) {}

  /** Mean and deviation of each channel. */
  record Spread(float[] mean, float[] deviation) {}
}
