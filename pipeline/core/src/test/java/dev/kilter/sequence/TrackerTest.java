package dev.kilter.sequence;

import static dev.kilter.sequence.Follower.NONE;
import static dev.kilter.sequence.PlanMaker.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrackerTest {

  @Test
  void cutsASequenceOnceThereIsEnoughHistory() {
    Follower pump = new Follower(plan(2, 2)).sees(5, 1, 2).sees(6, 3, 4);
    assertThat(pump.said())
        .containsExactly("not enough history: 1 of 2 @5", "[1.0, 2.0, 3.0, 4.0] @6");
    assertThat(pump.sequence().fromMillis()).isEqualTo(5);
    assertThat(pump.sequence().newest()).containsExactly(3, 4);
  }

  @Test
  void theOffsetsAreThoseOfItsRowsOnly() {
    Follower pump = new Follower(plan(2, 1)).sees(1, 1).sees(2, 1).sees(3, 1);
    assertThat(pump.sequence().offsets()).containsExactly(new OffsetRange(0, 2, 3));
  }

  @Test
  void aShortSequenceIsJudgedFromTheLeastLengthOn() {
    Follower pump = new Follower(plan(3, 1).minimumLength(2)).sees(1, 1).sees(2, 2).sees(3, 3);
    assertThat(pump.sees(4, 4).said())
        .containsExactly(
            "not enough history: 1 of 2 @1",
            "[1.0, 2.0] @2",
            "[1.0, 2.0, 3.0] @3",
            "[2.0, 3.0, 4.0] @4");
  }

  @Test
  void withoutAGridTheStrideIsCountedFromTheLastReset() {
    Follower pump = new Follower(plan(1, 1).stride(3).maxGap(5));
    pump.sees(1, 1).sees(2, 2).sees(3, 3).sees(4, 4).sees(20, 5).sees(21, 6);
    assertThat(pump.said())
        .containsExactly(
            "[1.0] @1", "[4.0] @4", "reset: gap: nothing for 0.016 s @20", "[5.0] @20");
  }

  @Test
  void onAGridAWindowEndsWhereItAlwaysDoesHoweverLateItStarts() {
    Follower early = new Follower(plan(2, 1).period(10).stride(3));
    Follower late = new Follower(plan(2, 1).period(10).stride(3));
    for (long at = 0; at <= 120; at += 10) {
      early.sees(at, (float) at);
    }
    for (long at = 70; at <= 120; at += 10) {
      late.sees(at, (float) at);
    }
    assertThat(early.said()).contains("[70.0, 80.0] @80", "[100.0, 110.0] @110").hasSize(4);
    assertThat(late.said()).containsExactly("[70.0, 80.0] @80", "[100.0, 110.0] @110");
  }

  @Test
  void valuesOfOneCellBecomeOne() {
    assertThat(cellOf(Aggregate.LAST)).isEqualTo("[4.0] @0");
    assertThat(cellOf(Aggregate.MEAN)).isEqualTo("[3.0] @0");
    assertThat(cellOf(Aggregate.MIN)).isEqualTo("[1.0] @0");
    assertThat(cellOf(Aggregate.MAX)).isEqualTo("[4.0] @0");
    assertThat(cellOf(Aggregate.SUM)).isEqualTo("[9.0] @0");
  }

  private static String cellOf(Aggregate aggregate) {
    Follower pump = new Follower(plan(1, 1).period(10).aggregate(aggregate));
    return pump.sees(0, 1).sees(3, NONE).sees(5, 4).sees(9, 4).passes(9).last();
  }

  @Test
  void aCellIsClosedOnceTimeHasPassedIt() {
    Follower pump = new Follower(plan(1, 1).period(10)).sees(12, 1);
    assertThat(pump.dueMillis()).isEqualTo(19);
    assertThat(pump.passes(18).said()).isEmpty();
    assertThat(pump.passes(19).said()).containsExactly("[1.0] @10");
    assertThat(pump.dueMillis()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aCellWithoutEventsIsARowOfWhichNothingWasMeasured() {
    Follower pump = new Follower(plan(2, 1).period(10).fill(Fill.HOLD, 100));
    pump.sees(0, 1).sees(25, 3).passes(29);
    assertThat(pump.said())
        .containsExactly(
            "not enough history: 1 of 2 @0",
            "no channel of the model in this row @10",
            "[1.0, 3.0] @20");
    assertThat(pump.sequence().mask()).containsExactly(false, true);
  }

  @Test
  void aGapEndsTheHistory() {
    Follower pump = new Follower(plan(2, 1).maxGap(30)).sees(0, 1).sees(30, 2).sees(61, 3);
    assertThat(pump.said())
        .containsExactly(
            "not enough history: 1 of 2 @0",
            "[1.0, 2.0] @30",
            "reset: gap: nothing for 0.031 s @61",
            "not enough history: 1 of 2 @61");
  }

  @Test
  void theCellBeforeAGapIsStillJudged() {
    Follower pump = new Follower(plan(1, 1).period(10).maxGap(30)).sees(0, 1).sees(50, 3);
    assertThat(pump.said()).containsExactly("[1.0] @0", "reset: gap: nothing for 0.05 s @50");
  }

  @Test
  void aNewModelVersionBeginsANewHistory() {
    Follower pump = new Follower(plan(2, 1)).sees(1, 1).sees(2, 2);
    pump.goesOnWith(plan(1, 1).modelVersion("model/2")).sees(3, 3);
    assertThat(pump.said().subList(2, 4))
        .containsExactly("reset: new model version @3", "[3.0] @3");
  }

  @Test
  void aSessionLastsAsLongAsItsChannelIsAboveAValue() {
    SessionRule running = new SessionRule(0, 0, 100);
    Follower pump = new Follower(plan(4, 1).minimumLength(2).session(running));
    pump.sees(1, 0).sees(2, 150).sees(3, NONE).sees(4, 160).sees(5, 100).sees(6, 90);
    assertThat(pump.said()).containsExactly("[150.0, 150.0, 160.0] @4");
  }

  @Test
  void aSessionByGapEndsOnceTheGapIsOver() {
    SessionRule pause = new SessionRule(10, -1, 0);
    Follower pump = new Follower(plan(4, 1).minimumLength(2).session(pause));
    pump.sees(1, 1).sees(5, 2);
    assertThat(pump.dueMillis()).isEqualTo(15);
    assertThat(pump.passes(14).said()).isEmpty();
    assertThat(pump.passes(15).said()).containsExactly("[1.0, 2.0] @5");
  }

  @Test
  void aSessionByGapEndsWithTheNextEventToo() {
    SessionRule pause = new SessionRule(10, -1, 0);
    Follower pump = new Follower(plan(4, 1).minimumLength(1).session(pause));
    pump.sees(1, 1).sees(5, 2).sees(16, 3).passes(26);
    assertThat(pump.said()).containsExactly("[1.0, 2.0] @5", "[3.0] @16");
  }

  @Test
  void aSessionThatIsTooShortOrTooLongIsNotJudged() {
    SessionRule pause = new SessionRule(10, -1, 0);
    Follower pump = new Follower(plan(2, 1).session(pause));
    pump.sees(1, 1).passes(11).sees(20, 1).sees(21, 1).sees(22, 1).passes(32);
    assertThat(pump.said())
        .containsExactly(
            "not enough history: 1 of 2 @1", "session too long: 3 rows, the model takes 2 @22");
  }

  @Test
  void aGapCutsASessionShortAndSaysSo() {
    SessionRule running = new SessionRule(0, 0, 100);
    Follower pump = new Follower(plan(4, 1).minimumLength(1).session(running).maxGap(10));
    pump.sees(1, 150).sees(20, 150);
    assertThat(pump.said())
        .containsExactly(
            "session cut short: gap: nothing for 0.019 s @20",
            "reset: gap: nothing for 0.019 s @20");
  }

  @Test
  void whyItIsNotJudgedBeginsAndEnds() {
    Follower pump = new Follower(plan(2, 2).limits(1, 2, false)).sees(1, 1, 1).sees(2, 1, 1);
    pump.seesIll(new boolean[] {false, true}, 3, 1, NONE).sees(4, 1, 1);
    assertThat(pump.health())
        .containsExactly(
            "not-enough-history began @1 since 1",
            "not-enough-history ended @2 since 1",
            "too-few-channels began @3 since 3",
            "too-few-channels ended @4 since 3");
    assertThat(pump.said())
        .contains("too few channels: 1 of 2 are healthy, 2 are needed; without b @3");
  }

  @Test
  void aChannelWithoutAValueForLongerThanItsMaximumAgeIsNotHealthy() {
    Follower pump = new Follower(plan(1, 2).fill(Fill.HOLD, 10).limits(1, 2, false));
    pump.sees(0, 1, 1).sees(10, 1, NONE).sees(11, 1, NONE);
    assertThat(pump.said())
        .containsExactly(
            "[1.0, 1.0] @0",
            "[1.0, 1.0] @10",
            "too few channels: 1 of 2 are healthy, 2 are needed; without b @11");
  }

  @Test
  void tooMuchThatIsFilledInIsNotJudged() {
    Follower pump = new Follower(plan(2, 2).limits(0.5, 0, false));
    pump.sees(1, 1, NONE).sees(2, 1, NONE).sees(3, NONE, 3);
    assertThat(pump.said().subList(1, 3))
        .containsExactly(
            "no value of b: nothing stands in for it, and the model takes no mask @2",
            "[1.0, 3.0, 1.0, 3.0] @3");
    assertThat(new Follower(plan(1, 2).limits(0.4, 0, false)).sees(1, 1, 1).sees(2, 1, NONE).last())
        .isEqualTo("too much imputed: 50 % of the sequence @2");
  }

  @Test
  void aConstantThatIsDeclaredIsNotImputed() {
    Follower pump = new Follower(plan(1, 2).fill(Fill.CONSTANT, 0).limits(0, 2, false));
    assertThat(pump.sees(1, 5, NONE).last()).isEqualTo("[5.0, -1.0] @1");
  }

  @Test
  void aModelThatTakesAMaskIsGivenWhatNothingStandsInFor() {
    Follower pump = new Follower(plan(1, 2).fill(Fill.NONE, 10).limits(1, 0, true));
    assertThat(pump.sees(1, 5, NONE).last()).isEqualTo("[5.0, NaN] @1");
    assertThat(pump.sequence().mask()).containsExactly(true, false);
  }

  @Test
  void aRowWithoutAnyChannelOfTheModelIsNotJudged() {
    Follower pump = new Follower(plan(1, 2)).sees(1, 1, 2).sees(2, NONE, NONE);
    assertThat(pump.last()).isEqualTo("no channel of the model in this row @2");
  }

  @Test
  void anotherEntitysNewModelLeavesTheHistoryAsItIs() {
    Map<String, String> versions = Map.of("pump-1", "one/1", "pump-2", "two/1");
    Follower pump = new Follower(plan(2, 1).modelVersions(versions)).sees(1, 1);
    pump.goesOnWith(plan(2, 1).modelVersions(Map.of("pump-1", "one/1", "pump-2", "two/2")));
    assertThat(pump.sees(2, 2).last()).isEqualTo("[1.0, 2.0] @2");
  }

  @Test
  void itsOwnNewModelBeginsANewHistory() {
    Follower pump = new Follower(plan(2, 1).modelVersions(Map.of("pump-1", "one/1"))).sees(1, 1);
    pump.goesOnWith(plan(2, 1).modelVersions(Map.of("pump-1", "one/2"))).sees(2, 2);
    assertThat(pump.said()).contains("reset: new model version @2").hasSize(3);
  }

  @Test
  void anEntityWithoutAModelIsNotJudgedUntilThereIsOne() {
    Follower pump = new Follower(plan(1, 1).modelVersions(Map.of("pump-2", "two/1"))).sees(1, 1);
    pump.goesOnWith(plan(1, 1).modelVersions(Map.of("pump-1", "one/1"))).sees(2, 2);
    assertThat(pump.said())
        .containsExactly(
            "there is no model for this entity @1", "reset: new model version @2", "[2.0] @2");
    assertThat(pump.health())
        .containsExactly("no-model began @1 since 1", "no-model ended @2 since 1");
  }
}
