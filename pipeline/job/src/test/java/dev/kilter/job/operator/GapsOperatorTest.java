package dev.kilter.job.operator;

import static dev.kilter.job.operator.PlanMaker.plan;
import static dev.kilter.job.operator.StageMaker.stage;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a history begins anew, and how much of it is enough. */
class GapsOperatorTest {
  private SequenceStage stage;

  @AfterEach
  void inTheEndNothingIsKept() throws Exception {
    stage.leavesNothing();
    stage.close();
  }

  @Test
  void aPauseAsLongAsTheGapAllowsIsNone() throws Exception {
    stage = stage(plan(2, "flow").maxGap(60_000)).open();
    stage.sees(1_000, 1).sees(61_000, 2).passes(61_000);

    assertThat(stage.said()).last().isEqualTo("[1.0, 2.0] @61000");
  }

  @Test
  void aLongerPauseBeginsANewHistory() throws Exception {
    stage = stage(plan(2, "flow").maxGap(60_000)).open();
    stage.sees(1_000, 1).sees(2_000, 2).sees(62_001, 3).sees(63_000, 4).passes(63_000);

    assertThat(stage.said().subList(1, 5))
        .containsExactly(
            "[1.0, 2.0] @2000",
            "reset: gap: nothing for 60.001 s @62001",
            "not enough history: 1 of 2 @62001",
            "[3.0, 4.0] @63000");
  }

  @Test
  void onAGridThePauseIsThatBetweenEventsAndTheCellBeforeItIsStillJudged() throws Exception {
    stage = stage(plan(1, "flow").period(10_000).maxGap(60_000)).open();
    stage.sees(19_000, 1).sees(80_000, 2).passes(89_999);

    assertThat(stage.said())
        .containsExactly("[1.0] @10000", "reset: gap: nothing for 61 s @80000", "[2.0] @80000");
  }

  @Test
  void withoutAGridTheStrideIsCountedFromTheLastReset() throws Exception {
    stage = stage(plan(1, "flow").stride(2).maxGap(5_000)).open();
    stage.sees(1_000, 1).sees(2_000, 2).sees(3_000, 3).sees(4_000, 4);
    stage.sees(20_000, 5).sees(21_000, 6).sees(22_000, 7).passes(22_000);

    assertThat(stage.said())
        .containsExactly(
            "[1.0] @1000",
            "[3.0] @3000",
            "reset: gap: nothing for 16 s @20000",
            "[5.0] @20000",
            "[7.0] @22000");
  }

  @Test
  void aShortSequenceIsJudgedFromTheLeastLengthOn() throws Exception {
    stage = stage(plan(3, "flow").minimumLength(2)).open();
    stage.sees(1_000, 1).sees(2_000, 2).sees(3_000, 3).sees(4_000, 4).passes(4_000);

    assertThat(stage.said())
        .containsExactly(
            "not enough history: 1 of 2 @1000",
            "[1.0, 2.0] @2000",
            "[1.0, 2.0, 3.0] @3000",
            "[2.0, 3.0, 4.0] @4000");
    assertThat(stage.sequence().length()).isEqualTo(3);
  }

  @Test
  void aModelOfLongerSequencesBeginsAnewAndNotWithTheRowsOfTheOneBefore() throws Exception {
    stage = stage(plan(2, "flow")).open();
    stage.sees(1_000, 1).sees(2_000, 2).passes(2_000);
    stage.goesOnAs(stage(plan(3, "flow").modelVersion("model/2")));
    stage.sees(3_000, 3).sees(4_000, 4).sees(5_000, 5).passes(5_000);

    assertThat(stage.said()).last().isEqualTo("[3.0, 4.0, 5.0] @5000");
  }

  @Test
  void aNewModelVersionBeginsANewHistory() throws Exception {
    stage = stage(plan(2, "flow")).open();
    stage.sees(1_000, 1).sees(2_000, 2).passes(2_000);
    stage.goesOnAs(stage(plan(2, "flow").modelVersion("model/2")));
    stage.sees(3_000, 3).passes(3_000);

    assertThat(stage.said())
        .containsExactly("reset: new model version @3000", "not enough history: 1 of 2 @3000");
  }

  @Test
  void aCellOfAnOldModelVersionIsNotClosedByANewOneOfOtherChannels() throws Exception {
    PlanMaker fine = plan(1, "flow", "heat").detector("fine").period(1_000);
    stage = stage(fine, plan(1, "flow").period(10_000)).open();
    stage.sees(1_000, 1, 2).passes(1_999);
    stage.goesOnAs(stage(fine, plan(1, "flow", "heat").period(10_000).modelVersion("model/2")));
    stage.passes(9_999).sees(10_000, 3, 4).passes(19_999);

    assertThat(stage.said("pumps"))
        .containsExactly("reset: new model version @10000", "[3.0, 4.0] @10000");
  }
}
