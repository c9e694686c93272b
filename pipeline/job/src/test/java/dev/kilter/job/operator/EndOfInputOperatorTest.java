package dev.kilter.job.operator;

import static dev.kilter.job.operator.PlanMaker.plan;
import static dev.kilter.job.operator.StageMaker.stage;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At the end of a recording all that waits is released, and no timer is left. */
class EndOfInputOperatorTest {
  private static final long END = Long.MAX_VALUE;

  private SequenceStage stage;

  @AfterEach
  void noTimerIsLeft() throws Exception {
    assertThat(stage.timers()).isZero();
    stage.close();
  }

  @Test
  void whatWaitsIsReleasedAndTheLastCellIsClosed() throws Exception {
    stage = stage(plan(2, "flow").period(10_000)).open();
    stage.sees(1_000, 1).sees(11_000, 2).passes(END);

    assertThat(stage.said()).last().isEqualTo("[1.0, 2.0] @10000");
    assertThat(stage.stateEntries()).as("the entity, its track and its rows").isEqualTo(3);
  }

  @Test
  void aSessionThatIsUnderWayIsJudged() throws Exception {
    stage = stage(plan(4, "flow").minimumLength(1).sessionByGap(10_000)).open();
    stage.sees(1_000, 1).sees(2_000, 2).passes(END);

    assertThat(stage.said()).containsExactly("[1.0, 2.0] @2000");
  }

  @Test
  void itIsNoSilenceAndForgetsNobody() throws Exception {
    stage = stage(plan(2, "flow")).open();
    stage.sees(1_000, 1).passes(END);

    assertThat(stage.health()).containsExactly("not-enough-history began @1000");
    assertThat(stage.said()).containsExactly("not enough history: 1 of 2 @1000");
  }

  @Test
  void lateEventsAreJudgedAndForgottenNoMoreThanTheOthers() throws Exception {
    stage = stage(plan(1, "flow")).judgingLate().open();
    stage.sees(60_000, 60).passes(60_000);
    stage.sees(22_000, 22).passes(END);

    assertThat(stage.said()).containsExactly("[60.0] @60000", "late [22.0] @22000");
  }
}
