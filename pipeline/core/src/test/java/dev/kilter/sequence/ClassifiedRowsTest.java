package dev.kilter.sequence;

import static dev.kilter.sequence.Follower.NONE;
import static dev.kilter.sequence.PlanMaker.plan;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rows that only a classifier looks at, before those that are scored. */
class ClassifiedRowsTest {

  @Test
  void aSequenceBringsThemAsFarAsThereAreAny() {
    Follower pump = new Follower(plan(1, 1).keeping(3)).sees(1, 1).sees(2, 2).sees(3, 3);
    assertThat(pump.sees(4, 4).said())
        .containsExactly("[1.0] @1", "[1.0, 2.0] @2", "[1.0, 2.0, 3.0] @3", "[2.0, 3.0, 4.0] @4");
  }

  @Test
  void whenItBeganAndItsOffsetsAreThoseOfTheRowsThatAreScored() {
    Follower pump = new Follower(plan(2, 1).keeping(3)).sees(1, 1).sees(2, 2).sees(3, 3);
    assertThat(pump.sequence().fromMillis()).isEqualTo(2);
    assertThat(pump.sequence().offsets()).containsExactly(new OffsetRange(0, 2, 3));
    assertThat(pump.sequence().last(2).values()).containsExactly(2, 3);
    assertThat(pump.sequence().last(2).mask()).containsExactly(true, true);
    assertThat(pump.sequence().last(5)).isSameAs(pump.sequence());
  }

  @Test
  void whatWasFilledInThereDoesNotCount() {
    PlanMaker plan = plan(2, 2).keeping(4).limits(0, 1, false);
    Follower pump = new Follower(plan).sees(1, 1, 1).sees(2, 2, NONE).sees(3, 3, 3);
    assertThat(pump.last()).isEqualTo("too much imputed: 25 % of the sequence @3");
    assertThat(pump.sees(4, 4, 4).last()).startsWith("[1.0, 1.0, 2.0, 1.0");
  }

  @Test
  void whatNothingStandsInForThereDoesNotMatter() {
    PlanMaker plan = plan(1, 1).keeping(2).fill(Fill.NONE, 10).limits(1, 0, false);
    Follower pump = new Follower(plan).sees(1, 1).sees(2, NONE).sees(3, 3);
    assertThat(pump.last()).isEqualTo("[NaN, 3.0] @3");
  }

  @Test
  void acrossEmptyCellsTheyAreThereTooAndEmpty() {
    PlanMaker plan = plan(1, 1).keeping(3).period(10).fill(Fill.HOLD, 100);
    Follower pump = new Follower(plan).sees(0, 1).sees(40, 5).passes(49);
    assertThat(pump.last()).isEqualTo("[1.0, 1.0, 5.0] @40");
    assertThat(pump.sequence().mask()).containsExactly(false, false, true);
  }

  @Test
  void aSessionIsNotTooLongBeforeTheModelSaysSo() {
    PlanMaker plan = plan(2, 1).keeping(3).minimumLength(1).session(new SessionRule(0, 0, 0));
    Follower pump = new Follower(plan).sees(1, 1).sees(2, 2).sees(3, 3).sees(4, 0);
    assertThat(pump.last()).startsWith("session too long: 3 rows, the model takes 2");
  }
}
