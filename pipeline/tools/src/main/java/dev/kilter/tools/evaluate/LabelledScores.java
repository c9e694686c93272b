package dev.kilter.tools.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Scores and which of them belong to labelled rows: all that a ranking metric needs.
 *
 * @param odd the labelled rows
 * @param stretches their unbroken runs, in order
 */
record LabelledScores(double[] scores, BitSet odd, List<Stretch> stretches) {

  /**
   * A run of labelled rows, and the rows of the entity that it is part of.
   *
   * @param first its first row
   * @param last its last row
   * @param low the entity's first row
   * @param high the entity's last row
   */
  record Stretch(int first, int last, int low, int high) {}

  /** The rows of one entity. */
  static LabelledScores of(WatchedEntity entity) {
    return pooled(List.of(entity));
  }

  /** The rows of all entities, one entity after the other. */
  static LabelledScores pooled(List<WatchedEntity> entities) {
    double[] scores = new double[entities.stream().mapToInt(e -> e.rows().size()).sum()];
    BitSet odd = new BitSet(scores.length);
    List<Stretch> stretches = new ArrayList<>();
    int low = 0;
    for (WatchedEntity entity : entities) {
      int size = entity.rows().size();
      System.arraycopy(entity.rows().scores(), 0, scores, low, size);
      add(entity.labelledRows(), low, low + size - 1, odd, stretches);
      low += size;
    }
    return new LabelledScores(scores, odd, stretches);
  }

  int size() {
    return scores.length;
  }

  private static void add(BitSet labelled, int low, int high, BitSet odd, List<Stretch> stretches) {
    int first = labelled.nextSetBit(0);
    while (first >= 0) {
      int end = labelled.nextClearBit(first);
      odd.set(low + first, low + end);
      stretches.add(new Stretch(low + first, low + end - 1, low, high));
      first = labelled.nextSetBit(end);
    }
  }
}
