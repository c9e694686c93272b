package dev.kilter.tools.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Entities for tests, with a row every minute from the epoch on. */
final class Watched {
  static final long MINUTE = 60_000;

  private Watched() {}

  /** Minutes, half-open. */
  static Span minutes(long from, long until) {
    return new Span(from * MINUTE, until * MINUTE);
  }

  static EntityRows rows(String entity, double... scores) {
    long[] times = LongStream.range(0, scores.length).map(row -> row * MINUTE).toArray();
    return new EntityRows(entity, times, scores, new String[scores.length], null);
  }

  /** So many rows of score 0, of which those within spans were not judged, for a reason. */
  static EntityRows rows(String entity, int rows, String reason, Span... notJudged) {
    EntityRows all = rows(entity, rows);
    all.within(List.of(notJudged)).stream()
        .forEach(
            row -> {
              all.scores()[row] = EntityRows.NOT_JUDGED;
              all.reasons()[row] = reason;
            });
    return all;
  }

  /** So many rows of score 0. */
  static EntityRows rows(String entity, int rows) {
    return rows(entity, new double[rows]);
  }

  static List<Label> labels(Span... spans) {
    return Arrays.stream(spans).map(span -> new Label(span, "")).toList();
  }

  static LabelledScores scored(double[] scores, Span... labels) {
    return LabelledScores.of(new WatchedEntity(rows("a", scores), labels(labels), List.of()));
  }
}
