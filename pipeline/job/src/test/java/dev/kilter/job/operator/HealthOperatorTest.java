package dev.kilter.job.operator;

import static dev.kilter.job.operator.PlanMaker.plan;
import static dev.kilter.job.operator.StageMaker.stage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.Event;
import dev.kilter.health.Ailment;
import dev.kilter.health.ChannelRules;
import dev.kilter.health.HealthKind;
import dev.kilter.sequence.Circumstances;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands in the way of judging begins and ends, each kind; what is ill is masked. */
class HealthOperatorTest {
  private static final double NONE = Double.NaN;
  private static final double ANY = Double.POSITIVE_INFINITY;

  private SequenceStage stage;

  @AfterEach
  void inTheEndNothingIsKept() throws Exception {
    stage.leavesNothing();
    stage.close();
  }

  @Test
  void anEntityThatComesBackIsSilentNoMore() throws Exception {
    stage = stage(plan(1, "flow")).open();
    stage.sees(1_000, 1).passes(120_999);
    assertThat(stage.health()).isEmpty();

    stage.passes(121_000).sees(201_000, 2).passes(201_000);

    assertThat(stage.health()).containsExactly("silent began @121000", "silent ended @201000");
    assertThat(stage.details())
        .containsExactly("nothing has come since 1970-01-01T00:00:01Z", "nothing came for 200 s");
  }

  @Test
  void aChannelThatSaysNothingWhileOthersDoIsSilent() throws Exception {
    open(new ChannelRules(-ANY, ANY, ANY, 0, 2_000, false));
    stage.sees(1_000, 1, 7).sees(3_000, 1, NONE).sees(3_001, 1, NONE).sees(5_000, 1, 8);
    stage.passes(5_000);

    assertThat(stage.health())
        .containsExactly("heat silent began @3001", "heat silent ended @5000");
    assertThat(stage.said().get(2)).isEqualTo("[1.0, 7.0] @3001");
  }

  @Test
  void aChannelThatDoesNotChangeOverItsSpanIsFlatAndMasked() throws Exception {
    open(new ChannelRules(-ANY, ANY, ANY, 2_000, 0, false));
    stage.sees(1_000, 1, 7).sees(2_000, 2, 7).sees(3_000, 3, 7).passes(3_000);
    assertThat(stage.sequence().mask()).containsExactly(true, false);

    stage.sees(4_000, 4, 8).passes(4_000);

    assertThat(stage.health()).containsExactly("heat flat began @3000", "heat flat ended @4000");
    assertThat(stage.details())
        .containsExactly("heat has been 7.000 since 1970-01-01T00:00:01Z", "heat is 8.000");
    assertThat(stage.sequence().mask()).containsExactly(true, true);
  }

  @Test
  void aSequenceKnowsWhatIsWrongAndTheNextHasTheSame() throws Exception {
    open(new ChannelRules(-10, 10, ANY, 0, 0, false));
    stage.sees(1_000, 1, 7).passes(1_000);
    assertThat(stage.sequence().circumstances()).isSameAs(Circumstances.WELL);
    stage.sees(2_000, 2, 11).passes(2_000);
    Circumstances ill = stage.sequence().circumstances();
    assertThat(ill.health()).containsExactly(new Ailment(HealthKind.OUT_OF_RANGE, "heat", 2_000));
    stage.sees(3_000, 3, 11).passes(3_000);
    assertThat(stage.sequence().circumstances()).isSameAs(ill);

    stage.sees(4_000, 4, 1).passes(4_000);

    assertThat(stage.sequence().circumstances().health()).isEmpty();
  }

  @Test
  void aValueThatCannotBeRealIsOutOfRangeAndMasked() throws Exception {
    open(new ChannelRules(-10, 10, ANY, 0, 0, false));
    stage.sees(1_000, 1, 7).sees(2_000, 2, 11).passes(2_000);
    assertThat(stage.said()).last().isEqualTo("[2.0, 7.0] @2000");
    assertThat(stage.sequence().mask()).containsExactly(true, false);

    stage.sees(3_000, 3, 10).passes(3_000);

    assertThat(stage.health())
        .containsExactly("heat out-of-range began @2000", "heat out-of-range ended @3000");
  }

  @Test
  void aChannelThatMovesFasterThanItCanIsJumpingUntilTheTimeForItHasPassed() throws Exception {
    open(new ChannelRules(-ANY, ANY, 2, 0, 0, false));
    stage.sees(1_000, 1, 7).sees(2_000, 2, 12).sees(3_000, 3, 12).sees(4_000, 4, 12);
    stage.passes(4_000);

    assertThat(stage.health())
        .containsExactly("heat jumping began @2000", "heat jumping ended @4000");
    assertThat(stage.said().get(1)).isEqualTo("[2.0, 7.0] @2000");
  }

  @Test
  void aLyingChannelThatFallsSilentSaysThatItHasNoValue() throws Exception {
    open(new ChannelRules(-10, 10, ANY, 0, 2_000, false));
    stage.sees(500, 1, 5).sees(1_000, 1, 11).sees(4_000, 1, NONE).passes(4_000);

    assertThat(stage.health())
        .containsExactly(
            "heat out-of-range began @1000",
            "heat out-of-range ended @4000",
            "heat silent began @4000");
    assertThat(stage.details().get(1)).isEqualTo("heat has no value");
  }

  @Test
  void tooMuchThatIsFilledInIsNotJudged() throws Exception {
    stage = stage(plan(2, "flow", "heat").limits(0.25, 1, false)).open();
    stage.sees(1_000, 1, 7).sees(2_000, 2, NONE).sees(3_000, 3, NONE).passes(3_000);
    assertThat(stage.said()).last().isEqualTo("too much imputed: 50 % of the sequence @3000");

    stage.sees(4_000, 4, 8).passes(4_000);

    assertThat(stage.health().subList(2, 4))
        .containsExactly("too-much-imputed began @3000", "too-much-imputed ended @4000");
  }

  @Test
  void tooFewHealthyChannelsAreNotJudgedAndSayWhichAreIll() throws Exception {
    stage =
        stage(plan(1, "flow", "heat").limits(1, 2, false))
            .trusting(new ChannelRules(-10, 10, ANY, 0, 0, false))
            .open();
    stage.sees(1_000, 1, 7).sees(2_000, 2, 11).sees(3_000, 3, 8).passes(3_000);

    assertThat(stage.said().get(1))
        .isEqualTo("too few channels: 1 of 2 are healthy, 2 are needed; without heat @2000");
    assertThat(stage.health())
        .contains("too-few-channels began @2000", "too-few-channels ended @3000");
  }

  @Test
  void aCellWithoutEventsMakesNoIllChannelHealthy() throws Exception {
    stage =
        stage(plan(2, "flow", "heat").period(1_000).limits(0.5, 2, false))
            .trusting(new ChannelRules(-10, 10, ANY, 0, 0, false))
            .open();
    stage.sees(1_000, 1, 7).sees(2_000, 1, 7).sees(3_000, 1, 99).sees(5_000, 1, 99).passes(6_000);

    assertThat(stage.health())
        .contains("too-few-channels began @3000")
        .doesNotContain("too-few-channels ended @4000", "too-much-imputed began @4000");
  }

  @Test
  void anEntityThatNoDetectorWatchesIsToldOnce() throws Exception {
    stage = stage(plan(1, "flow")).open();
    stage.takes(ofFan(1_000)).takes(ofFan(2_000)).passes(2_000);

    assertThat(stage.health()).containsExactly("no-detector began @1000");
    assertThat(stage.said()).isEmpty();
  }

  @Test
  void anEntityThatADetectorWatchesFromNowOnIsToldToo() throws Exception {
    stage = stage(plan(1, "flow")).open();
    stage.takes(ofFan(1_000)).passes(1_000);
    stage.goesOnAs(stage(plan(1, "flow").entities("*")));
    stage.takes(ofFan(2_000)).passes(2_000);

    assertThat(stage.health()).containsExactly("no-detector ended @2000");
    assertThat(stage.details()).containsExactly("a detector watches it");
    stage.takes(ofFan(3_000)).passes(3_000);
    stage.goesOnAs(stage(plan(1, "flow")));
    stage.takes(ofFan(4_000)).passes(4_000);
    assertThat(stage.health()).containsExactly("no-detector began @4000");
  }

  @Test
  void untilThereIsEnoughHistoryItIsToldOnce() throws Exception {
    stage = stage(plan(3, "flow")).open();
    stage.sees(1_000, 1).sees(2_000, 2).sees(3_000, 3).sees(4_000, 4).passes(4_000);

    assertThat(stage.health())
        .containsExactly("not-enough-history began @1000", "not-enough-history ended @3000");
  }

  @Test
  void troubleGoesOnAfterARestartAndIsNotToldAgain() throws Exception {
    ChannelRules range = new ChannelRules(-10, 10, ANY, 0, 0, false);
    open(range);
    stage.sees(1_000, 1, 5).sees(2_000, 1, 11).passes(2_000);
    stage.goesOnAs(stage(plan(1, "flow", "heat")).trusting(range));
    stage.sees(3_000, 1, 12).sees(4_000, 1, 5).passes(4_000);

    assertThat(stage.health()).containsExactly("heat out-of-range ended @4000");
  }

  @Test
  void whatBeganHasEndedOnceTheEntityIsForgotten() throws Exception {
    stage =
        stage(plan(1, "flow", "heat").limits(1, 2, false))
            .trusting(new ChannelRules(-10, 10, ANY, 0, 0, false))
            .open();
    stage.sees(1_000, 1, 11).passes(301_000);

    assertThat(stage.health())
        .containsExactly(
            "heat out-of-range began @1000",
            "too-few-channels began @1000",
            "silent began @121000",
            "silent ended @301000",
            "heat out-of-range ended @301000",
            "too-few-channels ended @301000");
    assertThat(stage.details().subList(3, 6))
        .containsOnly("the entity is forgotten: nothing of it is kept");
  }

  private void open(ChannelRules rules) throws Exception {
    stage = stage(plan(1, "flow", "heat")).trusting(rules).open();
  }

  private static Event ofFan(long millis) {
    return new Event("fan-1", millis, new double[] {1}, 0, millis, 0);
  }
}
