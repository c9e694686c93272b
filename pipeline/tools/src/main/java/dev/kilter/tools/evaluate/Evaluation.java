package dev.kilter.tools.evaluate;

import java.util.List;

/** A detector held against the truth, and beside it what needs no skill. */
record Evaluation(
    Material material, Performance kilter, Performance random, Performance alwaysAlarming) {

  /**
   * What was evaluated.
   *
   * @param labelledEntities how many entities have labels
   * @param judged how many of the rows have a score
   */
  record Material(
      String detector, long seed, int entities, int labelledEntities, long rows, long judged) {

    static Material of(String detector, long seed, List<WatchedEntity> entities) {
      return new Material(
          detector,
          seed,
          entities.size(),
          (int) entities.stream().filter(entity -> !entity.labels().isEmpty()).count(),
          entities.stream().mapToLong(entity -> entity.rows().size()).sum(),
          entities.stream().mapToLong(entity -> entity.rows().judged()).sum());
    }

    double coverage() {
      return (double) judged / rows;
    }
  }

  static Evaluation of(String detector, long seed, List<WatchedEntity> entities) {
    return new Evaluation(
        Material.of(detector, seed, entities),
        Performance.of(entities),
        Performance.of(entities.stream().map(e -> Baselines.random(e, seed)).toList()),
        Performance.of(entities.stream().map(Baselines::alwaysAlarming).toList()));
  }
}
