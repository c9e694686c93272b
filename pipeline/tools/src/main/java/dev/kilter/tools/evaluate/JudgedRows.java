package dev.kilter.tools.evaluate;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows were judged, and how many were not and why.
 *
 * @param judged those that have a score
 * @param notJudged those that have none, by reason
 */
record JudgedRows(Count judged, Map<String, Count> notJudged) {

  /**
   * So many rows.
   *
   * @param labelled how many of them lie within a label
   */
  record Count(long rows, long labelled) {
    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
      return new Count(rows + other.rows, labelled + other.labelled);
    }
  }

  static JudgedRows of(List<WatchedEntity> entities) {
    Map<String, Count> notJudged = new TreeMap<>();
    Count judged = Count.NONE;
    for (WatchedEntity entity : entities) {
      judged = judged.plus(count(entity, notJudged));
    }
    return new JudgedRows(judged, notJudged);
  }

  /** Adds the rows that were not judged to their reasons; returns those that were. */
  private static Count count(WatchedEntity entity, Map<String, Count> notJudged) {
    BitSet labelled = entity.labelledRows();
    String[] reasons = entity.rows().reasons();
    Count judged = Count.NONE;
    for (int row = 0; row < reasons.length; row++) {
      Count one = new Count(1, labelled.get(row) ? 1 : 0);
      if (reasons[row] == null) {
        judged = judged.plus(one);
      } else {
        notJudged.merge(reasons[row], one, Count::plus);
      }
    }
    return judged;
  }

  /** How many rows there are. */
  long rows() {
    return notJudged.values().stream().reduce(judged, Count::plus).rows();
  }

  /** The share of the rows that have a score. */
  double coverage() {
    return (double) judged.rows() / rows();
  }
}
