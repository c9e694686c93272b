package dev.kilter.tools.evaluate;

import static dev.kilter.tools.evaluate.Watched.labels;
import static dev.kilter.tools.evaluate.Watched.minutes;
import static dev.kilter.tools.evaluate.Watched.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** One entity of 100 rows, the first 15 on probation, with a window of 10 rows from row 50 on. */
class NabScoreTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final Span WINDOW = minutes(50, 60);

  @Test
  void givesTheWholeWindowForAnAlarmInItsFirstRow() {
    NabScore score = score(minutes(50, 51));

    assertThat(score.raw()).isCloseTo(1, CLOSE);
    assertThat(score.normalised()).isCloseTo(100, CLOSE);
  }

  @Test
  void givesLessForALaterAlarm() {
    // Row 55: half of the window is left, 2/(1 + e^-2.5) - 1 of the worth at its begin.
    double expected = (2 / (1 + Math.exp(-2.5)) - 1) / (2 / (1 + Math.exp(-5)) - 1);

    assertThat(score(minutes(55, 58)).raw()).isCloseTo(expected, CLOSE);
  }

  @Test
  void takesOneForAMissedWindowWhichIsWhereTheScaleBegins() {
    NabScore score = score();

    assertThat(score).isEqualTo(new NabScore(-1, 1));
    assertThat(score.normalised()).isZero();
  }

  @Test
  void takesTheFullPriceForEachRowInAlarmBeforeAnyWindow() {
    assertThat(score(minutes(20, 23)).raw()).isCloseTo(-1 - 3 * 0.11, CLOSE);
  }

  @Test
  void takesLessForARowCloseBehindAWindow() {
    // Row 62 is 3 rows behind the last one, a third of the window's 9 steps.
    double expected = -1 + 0.11 * (2 / (1 + Math.exp(5 / 3.0)) - 1);

    assertThat(score(minutes(62, 63)).raw()).isCloseTo(expected, CLOSE);
  }

  @Test
  void takesTheFullPriceAgainThreeWidthsBehind() {
    assertThat(score(minutes(86, 87)).raw()).isCloseTo(-1 - 0.11, CLOSE);
  }

  @Test
  void doesNotCountAlarmsOnProbation() {
    assertThat(score(minutes(0, 15)).raw()).isCloseTo(-1, CLOSE);
  }

  @Test
  void endsProbationAfter750RowsOfALongRecording() {
    WatchedEntity entity =
        new WatchedEntity(rows("a", 10_000), List.of(), List.of(minutes(0, 752)));

    assertThat(NabScore.of(entity).raw()).isCloseTo(-2 * 0.11, CLOSE);
  }

  @Test
  void doesNotCountAWindowOnProbation() {
    WatchedEntity entity =
        new WatchedEntity(rows("a", 100), labels(minutes(5, 10)), List.of(minutes(5, 10)));

    assertThat(NabScore.of(entity)).isEqualTo(NabScore.NONE);
    assertThat(NabScore.NONE.normalised()).isNaN();
  }

  @Test
  void countsOverlappingLabelsAsOneWindow() {
    WatchedEntity entity =
        new WatchedEntity(rows("a", 100), labels(minutes(50, 58), minutes(54, 60)), List.of());

    assertThat(NabScore.of(entity).windows()).isEqualTo(1);
  }

  private static NabScore score(Span... incidents) {
    return NabScore.of(new WatchedEntity(rows("a", 100), labels(WINDOW), List.of(incidents)));
  }
}
