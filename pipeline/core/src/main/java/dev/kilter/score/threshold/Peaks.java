package dev.kilter.score.threshold;

/**
 * The newest of an entity's scores that are among its highest. Plain data, so Flink can keep it as
 * state.
 *
 * @param level what a score has to exceed to be one of them; NaN while it is sought
 * @param scores how many scores there were, as far as they still count
 * @param exceeding how many of these exceeded the level
 * @param highest the newest of those, oldest first; while the level is sought, the highest of all
 */
public record Peaks(double level, double scores, double exceeding, float[] highest) {

  /** Nothing yet; the level is sought. */
  static Peaks begin() {
    return new Peaks(Double.NaN, 0, 0, new float[0]);
  }

  /** Whether the level is still sought. */
  boolean seeks() {
    return Double.isNaN(level);
  }

  /** While the level is sought: one more score, of which so many of the highest are kept. */
  Peaks seekingWith(float score, int kept) {
    if (highest.length < kept) {
      return new Peaks(level, scores + 1, 0, appended(-1, score));
    }
    int lowest = lowest();
    float[] next = score > highest[lowest] ? appended(lowest, score) : highest;
    return new Peaks(level, scores + 1, 0, next);
  }

  /** The level is found: it is the lowest of what was kept, and the others exceed it. */
  Peaks found() {
    int lowest = lowest();
    float[] others = new float[highest.length - 1];
    System.arraycopy(highest, 0, others, 0, lowest);
    System.arraycopy(highest, lowest + 1, others, lowest, others.length - lowest);
    return new Peaks(highest[lowest], scores, others.length, others);
  }

  /** Once the level is found: one more score, of which the newest that exceed it are kept. */
  Peaks with(float score) {
    return score > level
        ? new Peaks(level, scores + 1, exceeding + 1, appended(0, score))
        : new Peaks(level, scores + 1, exceeding, highest);
  }

  /** The same, of which only half counts. */
  Peaks halved() {
    return new Peaks(level, scores / 2, exceeding / 2, highest);
  }

  /** The share of scores that exceed the level. */
  double share() {
    return exceeding / scores;
  }

  /** By how much those that were kept exceed it. */
  double[] excesses() {
    double[] excesses = new double[highest.length];
    for (int each = 0; each < excesses.length; each++) {
      excesses[each] = highest[each] - level;
    }
    return excesses;
  }

  private int lowest() {
    int lowest = 0;
    for (int each = 1; each < highest.length; each++) {
      lowest = highest[each] < highest[lowest] ? each : lowest;
    }
    return lowest;
  }

  /** What was kept without the one in this place, or with all where that is -1, and a newer one. */
  private float[] appended(int without, float score) {
    int before = without < 0 ? highest.length : without;
    int kept = without < 0 ? highest.length : highest.length - 1;
    float[] next = new float[kept + 1];
    System.arraycopy(highest, 0, next, 0, before);
    System.arraycopy(highest, highest.length - (kept - before), next, before, kept - before);
    next[kept] = score;
    return next;
  }
}
