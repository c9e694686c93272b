package dev.kilter.job.operator;

import static dev.kilter.job.operator.PlanMaker.plan;
import static dev.kilter.job.operator.StageMaker.stage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.Event;
import dev.kilter.health.ChannelRules;
import dev.kilter.sequence.Aggregate;
import dev.kilter.sequence.Fill;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events at any rate become rows on a grid, and what is missing is filled in as the plan says. */
class AlignmentOperatorTest {
  private static final double NONE = Double.NaN;
  private static final double ANY = Double.POSITIVE_INFINITY;

  private SequenceStage stage;

  @AfterEach
  void inTheEndNothingIsKept() throws Exception {
    stage.leavesNothing();
    stage.close();
  }

  @ParameterizedTest
  @CsvSource({"LAST, 4", "MEAN, 3", "MIN, 1", "MAX, 4", "SUM, 9"})
  void valuesOfOneCellBecomeOne(Aggregate aggregate, double becomes) throws Exception {
    stage = stage(plan(1, "flow").period(10_000).aggregate(aggregate)).open();
    stage.sees(16_000, 4).sees(11_000, 1).sees(12_000, NONE).sees(19_999, 4).passes(19_999);

    assertThat(stage.said()).containsExactly("[" + becomes + "] @10000");
  }

  @Test
  void eachChannelIsGatheredByItself() throws Exception {
    stage = stage(plan(1, "flow", "heat").period(10_000).aggregate(Aggregate.MEAN)).open();
    stage.sees(11_000, 1, NONE).sees(12_000, NONE, 8).sees(13_000, 3, NONE).passes(19_999);

    assertThat(stage.said()).containsExactly("[2.0, 8.0] @10000");
  }

  @Test
  void oneTimerServesAWholeCellAndNothingComesIntoItOnceItIsClosed() throws Exception {
    stage = stage(plan(2, "flow").period(10_000)).open();
    stage.sees(11_000, 1).sees(14_000, 3).sees(19_999, 2);
    assertThat(stage.timers()).isEqualTo(1);
    assertThat(stage.passes(19_998).said()).isEmpty();

    stage.passes(19_999).sees(19_000, 9).sees(25_000, 5).passes(29_999);

    assertThat(stage.said())
        .containsExactly("not enough history: 1 of 2 @10000", "[2.0, 5.0] @20000");
    assertThat(stage.tooLate()).hasSize(1);
  }

  @Test
  void withoutAGridThereIsOneRowForAllEventsOfAnInstant() throws Exception {
    stage = stage(plan(2, "flow", "heat")).open();
    stage.takes(part(1_000, 0, 1, NONE)).takes(part(1_000, 1, NONE, 2));
    stage.sees(1_001, 3, 4).passes(1_001);

    assertThat(stage.said())
        .containsExactly("not enough history: 1 of 2 @1000", "[1.0, 2.0, 3.0, 4.0] @1001");
  }

  @Test
  void aCellWithoutEventsIsARowOfWhichNothingWasMeasured() throws Exception {
    stage = stage(plan(3, "flow").period(10_000)).open();
    stage.sees(10_000, 1).sees(35_000, 3).passes(39_999);

    assertThat(stage.said())
        .containsExactly(
            "not enough history: 1 of 3 @10000",
            "not enough history: 2 of 3 @20000",
            "[1.0, 1.0, 3.0] @30000");
    assertThat(stage.sequence().mask()).containsExactly(true, false, true);
  }

  @Test
  void aValueIsHeldUpToItsMaximumAge() throws Exception {
    stage = stage(plan(1, "flow", "heat").fill(Fill.HOLD, 2_000).limits(1, 2, false)).open();
    stage.sees(1_000, 1, 5).sees(3_000, 2, NONE).passes(3_000);
    assertThat(stage.said()).containsExactly("[1.0, 5.0] @1000", "[2.0, 5.0] @3000");
    assertThat(stage.sequence().mask()).containsExactly(true, false);

    stage.sees(3_001, 3, NONE).passes(3_001);

    assertThat(stage.said())
        .last()
        .isEqualTo("too few channels: 1 of 2 are healthy, 2 are needed; without heat @3001");
  }

  @Test
  void aLineIsDrawnToTheNextValueOnceItIsThere() throws Exception {
    stage = stage(plan(3, "flow", "heat").fill(Fill.LINEAR, 60_000)).open();
    stage.sees(1_000, 1, 1).sees(2_000, NONE, 1).sees(4_000, 7, 1).passes(4_000);

    assertThat(stage.said()).last().isEqualTo("[1.0, 1.0, 3.0, 1.0, 7.0, 1.0] @4000");
    assertThat(stage.sequence().mask()).containsExactly(true, true, false, true, true, true);
  }

  @Test
  void aConstantStandsInForWhatIsMissing() throws Exception {
    stage = stage(plan(1, "flow", "heat").fill(Fill.CONSTANT, 0)).open();
    stage.sees(1_000, 1, 5).sees(2_000, 2, NONE).passes(2_000);

    assertThat(stage.said()).last().isEqualTo("[2.0, -1.0] @2000");
    assertThat(stage.sequence().mask()).containsExactly(true, false);
  }

  @Test
  void nothingStandsInWhereTheModelIsToldByItsMask() throws Exception {
    stage = stage(plan(1, "flow", "heat").fill(Fill.NONE, 60_000).limits(1, 1, true)).open();
    stage.sees(1_000, 1, 5).sees(2_000, 2, NONE).passes(2_000);

    assertThat(stage.said()).last().isEqualTo("[2.0, NaN] @2000");
    assertThat(stage.sequence().mask()).containsExactly(true, false);
  }

  @Test
  void theStrideIsAnchoredTo1970SoThatALateStartChangesNoWindow() throws Exception {
    assertThat(rowsFrom(50_000)).containsExactly("[55.0, 56.0] @56000", "[58.0, 59.0] @59000");
    assertThat(rowsFrom(53_000)).containsExactly("[55.0, 56.0] @56000", "[58.0, 59.0] @59000");
  }

  private List<String> rowsFrom(long first) throws Exception {
    stage = stage(plan(2, "flow").period(1_000).stride(3)).open();
    for (long at = first; at < 60_000; at += 1_000) {
      stage.sees(at, at / 1_000.0);
    }
    List<String> said = stage.passes(60_000).said();
    stage.leavesNothing();
    return said.subList(said.size() - 2, said.size());
  }

  @Test
  void aRestartInTheMiddleOfACellChangesNothing() throws Exception {
    stage = stage(coarse(), fine()).open();
    stage.sees(1_000, 1).sees(11_000, 2).passes(12_000);
    stage.goesOnAs(stage(coarse(), fine()));
    stage.sees(12_500, 6).passes(19_999);

    assertThat(stage.said("coarse")).containsExactly("[1.0, 4.0] @10000");
  }

  @Test
  void theSameEventsServeACoarseAndAFineGrid() throws Exception {
    stage = stage(coarse(), fine()).open();
    stage.sees(1_000, 1).sees(1_500, 3).sees(2_000, 5).passes(2_999);
    assertThat(stage.said("fine")).containsExactly("[2.0] @1000", "[5.0] @2000");

    stage.sees(11_000, 6).passes(19_999);

    assertThat(stage.said("coarse"))
        .containsExactly("not enough history: 1 of 2 @0", "[3.0, 6.0] @10000");
  }

  @Test
  void aCounterBecomesItsRateInASecondAndMayBeginAgain() throws Exception {
    stage =
        stage(plan(1, "energy", "heat"))
            .trusting(new ChannelRules(-ANY, ANY, ANY, 0, 0, true))
            .open();
    stage.sees(1_000, 1e9, 0).sees(2_000, 1e9 + 5, 1).sees(4_000, 1e9 + 9, 2);
    stage.sees(5_000, 3, 3).passes(5_000);

    assertThat(stage.said().subList(1, 4))
        .containsExactly("[5.0, 1.0] @2000", "[2.0, 0.5] @4000", "[3.0, 1.0] @5000");
  }

  @Test
  void theRateOfACounterSurvivesARestart() throws Exception {
    StageMaker counting =
        stage(plan(1, "energy")).trusting(new ChannelRules(-ANY, ANY, ANY, 0, 0, true));
    stage = counting.open();
    stage.sees(1_000, 100).passes(1_000);
    stage.goesOnAs(counting);
    stage.sees(3_000, 106).passes(3_000);

    assertThat(stage.said()).containsExactly("[3.0] @3000");
  }

  private static PlanMaker coarse() {
    return plan(2, "flow").detector("coarse").period(10_000).aggregate(Aggregate.MEAN);
  }

  private static PlanMaker fine() {
    return plan(1, "flow").detector("fine").period(1_000).aggregate(Aggregate.MEAN);
  }

  private static Event part(long millis, int index, double... values) {
    return new Event(SequenceStage.PUMP, millis, values, 0, millis, index);
  }
}
