package dev.kilter.tools.evaluate;

import static dev.kilter.tools.evaluate.Watched.minutes;
import static dev.kilter.tools.evaluate.Watched.rows;
import static dev.kilter.tools.evaluate.Watched.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kilter.tools.evaluate.VolumeUnderSurface.Volumes;
import java.util.List;
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
  void doesNotLetTheEdgeOfALabelReachIntoTheNextEntity() {
    WatchedEntity odd =
        new WatchedEntity(rows("a", 1, 2), Watched.labels(minutes(1, 2)), List.of());
    WatchedEntity near = new WatchedEntity(rows("b", 9, 9, 9), List.of(), List.of());
    WatchedEntity far = new WatchedEntity(rows("b", 9, 9, 9), List.of(), List.of());

    Volumes behind = VolumeUnderSurface.of(LabelledScores.pooled(List.of(odd, near)));
    Volumes before = VolumeUnderSurface.of(LabelledScores.pooled(List.of(far, odd)));

    assertThat(behind).isEqualTo(before);
  }

  @Test
  void isUndefinedWithoutALabelledRow() {
    assertThat(VolumeUnderSurface.of(scored(new double[] {1, 2})).pr()).isNaN();
  }

  /** By hand: what the first, the second and the other two rows in rank are worth. */
  private static double areaOfAnAlarmOneRowEarly(int w) {
    double one = w >= 2 ? Math.sqrt(1 - 1.0 / w) : 0;
    double two = w >= 4 ? Math.sqrt(1 - 2.0 / w) : 0;
    double three = w >= 6 ? Math.sqrt(1 - 3.0 / w) : 0;
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
