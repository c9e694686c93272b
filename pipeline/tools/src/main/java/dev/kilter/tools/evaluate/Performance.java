package dev.kilter.tools.evaluate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How one detector did on all entities.
 *
 * @param pooled the ranking of the rows of all entities together
 */
record Performance(List<EntityPerformance> entities, RankingMetrics pooled) {

  static Performance of(List<WatchedEntity> entities) {
    return new Performance(
        entities.stream().map(EntityPerformance::of).toList(),
        RankingMetrics.of(LabelledScores.pooled(entities)));
  }

  /** The same scores with other incidents, of the same entities in the same order. */
  Performance withIncidentsOf(List<WatchedEntity> others) {
    return new Performance(
        IntStream.range(0, others.size())
            .mapToObj(i -> EntityPerformance.of(others.get(i), entities.get(i).ranking()))
            .toList(),
        pooled);
  }

  /** The mean over the entities that have labels. */
  RankingMetrics meanRanking() {
    return RankingMetrics.mean(entities.stream().map(EntityPerformance::ranking).toList());
  }

  RowCounts rows() {
    return entities.stream()
        .map(EntityPerformance::rows)
        .reduce(new RowCounts(0, 0, 0, 0), RowCounts::plus);
  }

  EventTally events() {
    return entities.stream()
        .map(EntityPerformance::events)
        .reduce(EventTally.NONE, EventTally::plus);
  }

  NabScore nab() {
    return entities.stream().map(EntityPerformance::nab).reduce(NabScore.NONE, NabScore::plus);
  }
}
