package dev.kilter.job.operator;

import static dev.kilter.job.operator.PlanMaker.plan;
import static dev.kilter.job.operator.StageMaker.stage;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lane of events that came too late, where they are to be judged apart. */
class BackfillOperatorTest {
  private SequenceStage stage;

  @BeforeEach
  void open() throws Exception {
    stage = stage(plan(2, "temperature")).judgingLate().open();
    stage.sees(1_000, 1).sees(100_000, 100).passes(100_000);
  }

  @AfterEach
  void inTheEndNothingIsKept() throws Exception {
    stage.leavesNothing();
    stage.close();
  }

  @Test
  void lateEventsWaitForEachOtherAndAreSequencedApartInTheirOrder() throws Exception {
    stage.sees(22_000, 22).sees(21_000, 21).passes(105_000);
    assertThat(late()).isEmpty();

    stage.passes(105_001);

    assertThat(late())
        .containsExactly("late not enough history: 1 of 2 @21000", "late [21.0, 22.0] @22000");
    assertThat(stage.tooLate()).isEmpty();
    assertThat(stage.count("late")).isEqualTo(2);
  }

  @Test
  void aDeliveryMayTakeItsTime() throws Exception {
    stage.sees(21_000, 21).passes(105_001).sees(22_000, 22).passes(110_002);
    stage.sees(23_000, 23).passes(115_003);

    assertThat(late())
        .containsExactly(
            "late not enough history: 1 of 2 @21000",
            "late [21.0, 22.0] @22000",
            "late [22.0, 23.0] @23000");
  }

  @Test
  void theEventsInTimeAreSequencedAsIfThereWereNoLateOnes() throws Exception {
    List<String> before = stage.said();
    stage.sees(22_000, 22).sees(101_000, 101).passes(110_002);
    stage.sees(23_000, 23).sees(112_000, 112).passes(120_000);

    List<String> inTime = new ArrayList<>(stage.said());
    inTime.removeAll(late());
    assertThat(inTime.subList(before.size(), inTime.size()))
        .containsExactly("[100.0, 101.0] @101000", "[101.0, 112.0] @112000");
  }

  @Test
  void aLateGapEndsALateHistory() throws Exception {
    stage.sees(10_000, 10).sees(11_000, 11).sees(80_000, 80).passes(105_001);

    assertThat(late())
        .endsWith(
            "late reset: gap: nothing for 69 s @80000", "late not enough history: 1 of 2 @80000");
  }

  @Test
  void ofLateValuesAtOneTimeTheFirstInTheTopicWinsAndTheOthersAreCounted() throws Exception {
    stage.sees(21_000, 21).sees(22_000, 22).sees(22_000, 99).passes(105_001);

    assertThat(late()).last().isEqualTo("late [21.0, 22.0] @22000");
    assertThat(stage.count("duplicates")).isEqualTo(1);
  }

  @Test
  void whatIsTooLateAlsoAmongTheLateIsADeadLetter() throws Exception {
    stage.sees(22_000, 22).passes(110_000);
    stage.sees(21_000, 21);

    assertThat(stage.tooLate()).hasSize(1);
  }

  @Test
  void onAGridTheLastCellIsClosedOnceTheDeliveryIsOver() throws Exception {
    reopen(plan(2, "temperature").period(10_000));
    stage.sees(20_000, 2).sees(32_000, 3).passes(105_001);
    assertThat(late()).containsExactly("late not enough history: 1 of 2 @20000");

    stage.passes(110_002);

    assertThat(late()).last().isEqualTo("late [2.0, 3.0] @30000");
  }

  @Test
  void aLateSessionByGapEndsAsOneInTimeDoes() throws Exception {
    reopen(plan(8, "temperature").minimumLength(1).period(1_000).sessionByGap(5_000));
    stage.sees(20_000, 20).sees(30_000, 30).passes(110_002);

    assertThat(late()).containsExactly("late [20.0] @20000", "late [30.0] @30000");
  }

  @Test
  void aLateSessionThatIsUnderWayIsOverWithTheDelivery() throws Exception {
    reopen(plan(8, "temperature").minimumLength(1).sessionByGap(30_000));
    stage.sees(20_000, 20).sees(30_000, 30).passes(105_001);
    assertThat(late()).isEmpty();

    stage.passes(110_002);

    assertThat(late()).containsExactly("late [20.0, 30.0] @30000");
  }

  @Test
  void itsHealthIsHistoryAndIsNotTold() throws Exception {
    List<String> before = stage.health();
    stage.sees(22_000, 22).passes(110_002);

    assertThat(stage.health()).isEqualTo(before);
  }

  @Test
  void onceADeliveryIsOverItIsForgottenAfterAsLongAsAnEntityIs() throws Exception {
    stage.sees(22_000, 22).passes(410_001);
    assertThat(stage.said()).doesNotContain("late forgotten @410002");

    stage.passes(410_002);

    assertThat(stage.said()).contains("late forgotten @410002");
  }

  @Test
  void aDeliveryGoesOnAfterARestart() throws Exception {
    stage.sees(21_000, 21).passes(105_001);
    stage.goesOnAs(stage(plan(2, "temperature")).judgingLate());
    stage.sees(22_000, 22).passes(105_002).passes(110_002);
    assertThat(late()).containsExactly("late [21.0, 22.0] @22000");
    stage.sees(23_000, 23).passes(120_004);

    assertThat(late()).last().isEqualTo("late [22.0, 23.0] @23000");
  }

  @Test
  void aDeliveryThatBeginsRightAfterARestartIsNotOverAtOnce() throws Exception {
    stage.goesOnAs(stage(plan(2, "temperature")).judgingLate());
    stage.sees(21_000, 21).passes(105_001).sees(22_000, 22).passes(110_002);

    assertThat(late())
        .containsExactly("late not enough history: 1 of 2 @21000", "late [21.0, 22.0] @22000");
  }

  private void reopen(PlanMaker plan) throws Exception {
    stage.close();
    stage = stage(plan).judgingLate().open();
    stage.sees(99_000, 99).passes(100_000);
  }

  private List<String> late() {
    return stage.said().stream().filter(line -> line.startsWith("late ")).toList();
  }
}
