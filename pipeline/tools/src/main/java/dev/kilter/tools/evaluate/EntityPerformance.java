package dev.kilter.tools.evaluate;

/** All metrics of one entity. */
record EntityPerformance(
    String entity, RankingMetrics ranking, RowCounts rows, EventTally events, NabScore nab) {

  static EntityPerformance of(WatchedEntity entity) {
    return new EntityPerformance(
        entity.name(),
        RankingMetrics.of(LabelledScores.of(entity)),
        RowCounts.of(entity),
        EventTally.of(entity),
        NabScore.of(entity));
  }
}
