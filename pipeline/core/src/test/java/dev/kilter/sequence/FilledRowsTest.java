package dev.kilter.sequence;

import static dev.kilter.sequence.Plans.NONE;
import static dev.kilter.sequence.Plans.plan;
import static dev.kilter.sequence.Plans.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FilledRowsTest {

  @Test
  void flattensRowsOldestFirst() {
    FilledRows filled = FilledRows.of(List.of(row(1, 1, 2), row(2, 3, 4)), plan(2, 1, 0, 0));
    assertThat(filled.values()).containsExactly(1, 2, 3, 4);
    assertThat(filled.emptyChannel()).isEqualTo(-1);
  }

  @Test
  void holdsTheLastValue() {
    assertThat(fill(10, row(1, 5), row(2, NONE), row(3, NONE), row(4, 6)).values())
        .containsExactly(5, 5, 5, 6);
  }

  @Test
  void holdsTheNewestOfSeveralValues() {
    assertThat(fill(10, row(1, 5), row(2, 6), row(3, NONE)).values()).containsExactly(5, 6, 6);
  }

  @Test
  void atTheStartTheFirstValueAfterStandsIn() {
    assertThat(fill(10, row(1, NONE), row(2, NONE), row(3, 7)).values()).containsExactly(7, 7, 7);
  }

  @Test
  void aValueExactlyAtItsMaximumAgeStillHolds() {
    assertThat(fill(10, row(100, 5), row(110, NONE)).emptyChannel()).isEqualTo(-1);
  }

  @Test
  void aValuePastItsMaximumAgeHoldsNoMore() {
    assertThat(fill(10, row(100, 5), row(111, NONE)).emptyChannel()).isZero();
  }

  @Test
  void aValueTooFarBehindTheStartDoesNotStandIn() {
    assertThat(fill(10, row(100, NONE), row(111, 5)).emptyChannel()).isZero();
  }

  @Test
  void ageCountsFromTheRealValueAndNotFromTheHeldOne() {
    assertThat(fill(10, row(100, 5), row(108, NONE), row(116, NONE)).emptyChannel()).isZero();
  }

  @Test
  void aChannelWithoutAnyValueIsEmpty() {
    assertThat(
            FilledRows.of(List.of(row(1, 1, NONE), row(2, 2, NONE)), plan(2, 1, 10, 10))
                .emptyChannel())
        .isEqualTo(1);
  }

  @Test
  void eachChannelHasItsOwnMaximumAge() {
    var rows = List.of(row(0, 1, 2), row(50, NONE, NONE));
    assertThat(FilledRows.of(rows, plan(2, 1, 100, 10)).emptyChannel()).isEqualTo(1);
    assertThat(FilledRows.of(rows, plan(2, 1, 100, 50)).values()).containsExactly(1, 2, 1, 2);
  }

  @Test
  void leavesTheRowsAsTheyWere() {
    Row absent = row(2, NONE);
    assertThat(fill(10, row(1, 5), absent).values()).containsExactly(5, 5);
    assertThat(absent.values()).containsExactly(NONE);
  }

  private static FilledRows fill(long maximumAgeMillis, Row... rows) {
    return FilledRows.of(List.of(rows), plan(rows.length, 1, maximumAgeMillis));
  }
}
