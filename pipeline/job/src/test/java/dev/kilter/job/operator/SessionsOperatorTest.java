package dev.kilter.job.operator;

import static dev.kilter.job.operator.PlanMaker.plan;
import static dev.kilter.job.operator.StageMaker.stage;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sequence that is a duty cycle, from its start to its stop. */
class SessionsOperatorTest {
  private static final double NONE = Double.NaN;

  private SequenceStage stage;

  @AfterEach
  void inTheEndNothingIsKept() throws Exception {
    stage.leavesNothing();
    stage.close();
  }

  @Test
  void aSessionByGapIsJudgedWholeOnceTheGapIsOver() throws Exception {
    stage = stage(plan(4, "flow").minimumLength(2).sessionByGap(10_000)).open();
    stage.sees(1_000, 1).sees(5_000, 2).passes(14_999);
    assertThat(stage.said()).isEmpty();

    stage.passes(15_000);

    assertThat(stage.said()).containsExactly("[1.0, 2.0] @5000");
  }

  @Test
  void afterASessionNothingThatBelongsToItIsTaken() throws Exception {
    stage = stage(plan(4, "flow").minimumLength(1).sessionByGap(10_000)).open();
    stage.sees(1_000, 1).passes(11_000);
    stage.sees(9_000, 9).sees(20_000, 2).passes(30_000);

    assertThat(stage.said()).containsExactly("[1.0] @1000", "[2.0] @20000");
    assertThat(stage.tooLate()).hasSize(1);
  }

  @Test
  void aSessionByGapOnAGridEndsWithTheLastCellOfTheGap() throws Exception {
    stage = stage(plan(8, "flow").minimumLength(1).period(2_000).sessionByGap(5_000)).open();
    stage.sees(1_000, 1).sees(5_000, 2).sees(12_000, 3).passes(19_999);

    assertThat(stage.said()).containsExactly("[1.0, 1.0, 2.0] @4000", "[3.0] @12000");
  }

  @Test
  void aSessionByChannelLastsAsLongAsItIsAboveItsValue() throws Exception {
    stage = stage(plan(4, "speed", "flow").minimumLength(2).sessionAbove(100)).open();
    stage.sees(1_000, 0, 9).sees(2_000, 150, 1).sees(3_000, NONE, 2).sees(4_000, 160, 3);
    stage.sees(5_000, 100, 9).sees(6_000, 90, 9).passes(6_000);

    assertThat(stage.said()).containsExactly("[150.0, 1.0, 150.0, 2.0, 160.0, 3.0] @4000");
  }

  @Test
  void aSessionThatIsTooShortOrTooLongIsNotJudgedAndSaysSo() throws Exception {
    stage = stage(plan(2, "flow").sessionByGap(10_000)).open();
    stage.sees(1_000, 1).sees(20_000, 1).sees(21_000, 1).sees(22_000, 1).passes(40_000);

    assertThat(stage.said())
        .containsExactly(
            "not enough history: 1 of 2 @1000",
            "session too long: 3 rows, the model takes 2 @22000");
  }

  @Test
  void aGapCutsASessionShortAndSaysSo() throws Exception {
    stage = stage(plan(4, "speed").minimumLength(1).sessionAbove(100).maxGap(10_000)).open();
    stage.sees(1_000, 150).sees(20_000, 150).sees(21_000, 0).passes(21_000);

    assertThat(stage.said())
        .containsExactly(
            "session cut short: gap: nothing for 19 s @20000",
            "reset: gap: nothing for 19 s @20000",
            "[150.0] @20000");
  }

  @Test
  void aSessionThatNeverEndsIsNotPassedOverWhenItsEntityIsForgotten() throws Exception {
    stage = stage(plan(4, "speed").minimumLength(1).sessionAbove(100)).open();
    stage.sees(1_000, 150).passes(301_000);

    assertThat(stage.said())
        .containsExactly("session cut short: the entity is forgotten @301000", "forgotten @301000");
  }

  @Test
  void aSessionGoesOnAfterARestart() throws Exception {
    StageMaker sessions = stage(plan(4, "flow").minimumLength(1).sessionByGap(10_000));
    stage = sessions.open();
    stage.sees(1_000, 1).passes(1_000);
    stage.goesOnAs(sessions);
    stage.sees(5_000, 2).passes(15_000);

    assertThat(stage.said()).containsExactly("[1.0, 2.0] @5000");
  }

  @Test
  void aNewModelVersionDoesNotJudgeASessionOfTheOldOne() throws Exception {
    stage = stage(plan(4, "flow").minimumLength(1).sessionByGap(10_000)).open();
    stage.sees(1_000, 1).passes(1_000);
    stage.goesOnAs(
        stage(plan(4, "flow").minimumLength(1).sessionByGap(10_000).modelVersion("model/2")));
    stage.passes(11_000).sees(20_000, 2).passes(30_000);

    assertThat(stage.said())
        .containsExactly(
            "session cut short: new model version @20000",
            "reset: new model version @20000",
            "[2.0] @20000");
  }
}
