package dev.kilter.tools.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scored rows of one entity, by time, each time once.
 *
 * @param timesMillis event times, rising
 * @param scores the scores, {@link #NOT_JUDGED} where there is none
 * @param reasons why there is none; null where there is one
 * @param over the rows whose score is over its threshold; null where no thresholds are known
 */
record EntityRows(
    String entity, long[] timesMillis, double[] scores, String[] reasons, BitSet over) {

  /** Lower than every score, so that a row without one ranks last. */
  static final double NOT_JUDGED = Double.NEGATIVE_INFINITY;

  int size() {
    return scores.length;
  }

  long judged() {
    return Arrays.stream(scores).filter(score -> score != NOT_JUDGED).count();
  }

  /** From the first row to just behind the last. */
  Span span() {
    return new Span(timesMillis[0], timesMillis[size() - 1] + 1);
  }

  EntityRows withScores(double[] others) {
    return new EntityRows(entity, timesMillis, others, reasons, over);
  }

  /** The rows within any of the spans. */
  BitSet within(List<Span> spans) {
    BitSet rows = new BitSet(size());
    spans.forEach(span -> rows.set(firstFrom(span.fromMillis()), firstFrom(span.untilMillis())));
    return rows;
  }

  /** How many rows within a span have a score. */
  long judgedWithin(Span span) {
    return IntStream.range(firstFrom(span.fromMillis()), firstFrom(span.untilMillis()))
        .filter(row -> scores[row] != NOT_JUDGED)
        .count();
  }

  boolean anyWithin(Span span) {
    return firstFrom(span.fromMillis()) < firstFrom(span.untilMillis());
  }

  private int firstFrom(long millis) {
    int found = Arrays.binarySearch(timesMillis, millis);
    return found >= 0 ? found : -found - 1;
  }
}
