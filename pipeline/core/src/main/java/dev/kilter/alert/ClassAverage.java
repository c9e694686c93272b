package dev.kilter.alert;

import dev.kilter.score.Score;

/**
 * What a classifier made of the odd sequences of one incident so far. Plain data, so Flink can keep
 * it as state.
 *
 * @param sequences how many there were
 * @param probabilities the mean probability of each class, in the classifier's order
 */
public record ClassAverage(int sequences, float[] probabilities) {

  /**
   * The average with one more score; as it was where that was not classified.
   *
   * @param before the average so far, or null: none yet
   */
  static ClassAverage of(ClassAverage before, Score score) {
    if (!score.isClassified()) {
      return before;
    }
    return before == null ? new ClassAverage(1, score.classes()) : before.with(score.classes());
  }

  private ClassAverage with(float[] newest) {
    int count = sequences == Integer.MAX_VALUE ? sequences : sequences + 1;
    float[] next = probabilities.clone();
    for (int each = 0; each < next.length; each++) {
      next[each] += (newest[each] - next[each]) / count;
    }
    return new ClassAverage(count, next);
  }
}
