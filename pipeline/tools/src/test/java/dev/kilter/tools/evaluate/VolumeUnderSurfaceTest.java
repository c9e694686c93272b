package dev.kilter.tools.evaluate;

import static dev.kilter.tools.evaluate.Watched.minutes;
import static dev.kilter.tools.evaluate.Watched.rows;
import static dev.kilter.tools.evaluate.Watched.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kilter.tools.evaluate.VolumeUnderSurface.Volumes;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class VolumeUnderSurfaceTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void isTheShareOfLabelledRowsWhenScoresAreAllTheSameAndEdgesHaveNoRoom() {
    // The entity is one row normal, one row labelled. Window 0 and 1 have no edge: precision 1/2.
    // From window 2 on the normal row is an edge of worth e = sqrt(1 - 1/w): it counts as a hit.
    double expected = 2 * 0.5;
    for (int w = 2; w <= 100; w++) {
      expected += (1 + Math.sqrt(1 - 1.0 / w)) / 2;
    }

    Volumes volumes = VolumeUnderSurface.of(scored(new double[] {3, 3}, minutes(1, 2)));

    assertThat(volumes.pr()).isCloseTo(expected / 101, CLOSE);
  }

  @Test
  void givesAnAlarmJustBeforeTheLabelWhatTheEdgeIsWorth() {
    // Rows 0 to 3, row 3 labelled, row 2 ranks first, row 3 second.
    double pr = 0;
    for (int w = 0; w <= 100; w++) {
      pr += areaOfAnAlarmOneRowEarly(w);
    }

    Volumes volumes = VolumeUnderSurface.of(scored(new double[] {1, 2, 4, 3}, minutes(3, 4)));

    assertThat(volumes.pr()).isCloseTo(pr / 101, CLOSE);
  }

  @Test
  void countsARowBetweenTwoLabelsAtMostOnce() {
    // Rows 0 to 4, rows 1 and 3 labelled, all scores the same: all is found, at a precision that
    // the edges raise. Row 2 lies on the edges of both labels; from window 6 on rows 0 and 4 do.
    double expected = 0;
    for (int w = 0; w <= 100; w++) {
      double outer = Math.min(1, edge(1, w) + edge(3, w));
      expected += (2 + 2 * outer + Math.min(1, 2 * edge(1, w))) / 5;
    }

    Volumes volumes = VolumeUnderSurface.of(scored(new double[5], minutes(1, 2), minutes(3, 4)));

    assertThat(volumes.pr()).isCloseTo(expected / 101, CLOSE);
  }

  @Test
  void discountsRecallByTheShareOfLabelsFound() {
    // 300 rows, the first and the last labelled; the first ranks first, all others the same. At
    // first one of two rows is found and one of two labels: recall 1/4. Then all is found.
    double[] scores = new double[300];
    scores[0] = 9;
    double expected = 0;
    for (int w = 0; w <= 100; w++) {
      int width = w;
      double edges = 2 * IntStream.rangeClosed(1, 50).mapToDouble(d -> edge(d, width)).sum();
      expected += 0.25 + 0.75 * (2 + edges) / 300;
    }

    Volumes volumes = VolumeUnderSurface.of(scored(scores, minutes(0, 1), minutes(299, 300)));

    assertThat(volumes.pr()).isCloseTo(expected / 101, CLOSE);
  }

  @Test
  void doesNotLetTheEdgeOfALabelReachIntoTheNextEntity() {
    WatchedEntity oddAtItsEnd =
        new WatchedEntity(rows("a", 4, 1, 3), Watched.labels(minutes(2, 3)), List.of());
    WatchedEntity oddNearItsBegin =
        new WatchedEntity(rows("b", 5, 2, 6), Watched.labels(minutes(1, 2)), List.of());

    Volumes close = VolumeUnderSurface.of(pooled(oddAtItsEnd, oddNearItsBegin));
    Volumes apart = VolumeUnderSurface.of(pooled(oddNearItsBegin, oddAtItsEnd));

    assertThat(close.pr()).isCloseTo(apart.pr(), CLOSE);
    assertThat(close.roc()).isCloseTo(apart.roc(), CLOSE);
  }

  @Test
  void isUndefinedWithoutALabelledRow() {
    assertThat(VolumeUnderSurface.of(scored(new double[] {1, 2})).pr()).isNaN();
  }

  private static LabelledScores pooled(WatchedEntity... entities) {
    return LabelledScores.pooled(List.of(entities));
  }

  /** What a row at a distance from a label is worth. */
  private static double edge(int distance, int window) {
    return distance <= window / 2 ? Math.sqrt(1 - (double) distance / window) : 0;
  }

  /** By hand: what the first, the second and the other two rows in rank are worth. */
  private static double areaOfAnAlarmOneRowEarly(int w) {
    double one = edge(1, w);
    double two = edge(2, w);
    double three = edge(3, w);
    double exists = w >= 2 ? 1 : 0;
    double recall1 = Math.min(one / (1 + one / 2), 1) * exists;
    double recall2 = Math.min((1 + one) / (1 + one / 2), 1);
    double recall3 = Math.min((1 + one + two) / (1 + (one + two) / 2), 1);
    double all = one + two + three;
    double recall4 = Math.min((1 + all) / (1 + all / 2), 1);
    return recall1 * one
        + (recall2 - recall1) * (1 + one) / 2
        + (recall3 - recall2) * (1 + one + two) / 3
        + (recall4 - recall3) * (1 + all) / 4;
  }
}
