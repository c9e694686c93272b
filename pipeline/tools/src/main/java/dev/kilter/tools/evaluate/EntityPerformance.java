package dev.kilter.tools.evaluate;

/** All metrics of one entity. */
record EntityPerformance(
    String entity, RankingMetrics ranking, RowCounts rows, EventTally events, NabScore nab) {

  static EntityPerformance of(WatchedEntity entity) {
    return of(entity, RankingMetrics.of(LabelledScores.of(entity)));
  }

  static EntityPerformance of(WatchedEntity entity, RankingMetrics ranking) {
    return new EntityPerformance(
        entity.name(), ranking, RowCounts.of(entity), EventTally.of(entity), NabScore.of(entity));
  }
}
