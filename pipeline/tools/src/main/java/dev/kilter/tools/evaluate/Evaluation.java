package dev.kilter.tools.evaluate;

import dev.kilter.tools.health.HealthSpan;
import java.util.List;

/**
 * A detector held against the truth, and beside it what needs no skill.
 *
 * @param runs how it would be if each run of rows over the threshold were an incident; null where
 *     no thresholds are known
 * @param health what health messages found, apart from the alerts; null where they are not given
 */
record Evaluation(
    Material material,
    Performance kilter,
    Performance runs,
    Performance random,
    Performance alwaysAlarming,
    HealthFindings health) {

  /**
   * What was evaluated.
   *
   * @param labelledEntities how many entities have labels
   * @param rows how many rows there are, judged or not
   */
  record Material(String detector, long seed, int entities, int labelledEntities, JudgedRows rows) {

    static Material of(String detector, long seed, List<WatchedEntity> entities) {
      return new Material(
          detector,
          seed,
          entities.size(),
          (int) entities.stream().filter(entity -> !entity.labels().isEmpty()).count(),
          JudgedRows.of(entities));
    }
  }

  /**
   * Evaluates all entities that a detector scored.
   *
   * @param health what stood in the way of judging; null if that is not known
   */
  static Evaluation of(
      String detector, long seed, List<WatchedEntity> entities, List<HealthSpan> health) {
    Performance kilter = Performance.of(entities);
    return new Evaluation(
        Material.of(detector, seed, entities),
        kilter,
        runs(kilter, entities),
        Performance.of(entities.stream().map(e -> Baselines.random(e, seed)).toList()),
        Performance.of(entities.stream().map(Baselines::alwaysAlarming).toList()),
        health == null ? null : HealthFindings.of(entities, health, kilter.events(), seed));
  }

  private static Performance runs(Performance kilter, List<WatchedEntity> entities) {
    return entities.stream().anyMatch(entity -> entity.rows().over() == null)
        ? null
        : kilter.withIncidentsOf(entities.stream().map(Baselines::runsOverThreshold).toList());
  }
}
