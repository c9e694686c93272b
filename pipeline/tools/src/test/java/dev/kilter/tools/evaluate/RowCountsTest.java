package dev.kilter.tools.evaluate;

import static dev.kilter.tools.evaluate.Watched.labels;
import static dev.kilter.tools.evaluate.Watched.minutes;
import static dev.kilter.tools.evaluate.Watched.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowCountsTest {
  @Test
  void countsARowInAlarmAgainstTheLabelsWhateverOverlaps() {
    RowCounts counts =
        counts(List.of(minutes(1, 3), minutes(2, 6)), minutes(0, 2), minutes(5, 7), minutes(6, 8));

    assertThat(counts).isEqualTo(new RowCounts(2, 3, 3, 2));
    assertThat(counts.precision()).isEqualTo(2 / 5.0);
    assertThat(counts.recall()).isEqualTo(2 / 5.0);
    assertThat(counts.f1()).isEqualTo(4 / 10.0);
    assertThat(counts.normalTimeInAlarm()).isEqualTo(3 / 5.0);
  }

  @Test
  void leavesTheRowAtTheEndOfALabelOut() {
    assertThat(counts(List.of(minutes(0, 1)), minutes(0, 1))).isEqualTo(new RowCounts(1, 0, 0, 9));
  }

  @Test
  void hasNoPrecisionWhereNothingIsInAlarmButAnF1OfZero() {
    RowCounts counts = counts(List.of(minutes(0, 4)));

    assertThat(counts.precision()).isNaN();
    assertThat(counts.f1()).isZero();
  }

  @Test
  void hasNoRecallAndNoF1WhereNothingIsLabelled() {
    RowCounts counts = counts(List.of(), minutes(0, 4));

    assertThat(counts.recall()).isNaN();
    assertThat(counts.f1()).isNaN();
    assertThat(counts.precision()).isZero();
  }

  private static RowCounts counts(List<Span> labels, Span... incidents) {
    return RowCounts.of(
        new WatchedEntity(rows("a", 10), labels(labels.toArray(Span[]::new)), List.of(incidents)));
  }
}
