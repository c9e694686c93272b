package dev.kilter.job.operator;

import static dev.kilter.job.operator.PlanMaker.plan;
import static dev.kilter.job.operator.StageMaker.stage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An entity that stays away is forgotten, by event time: no state of it is kept, and no timer. */
class ForgettingOperatorTest {
  private SequenceStage stage;

  @BeforeEach
  void open() throws Exception {
    stage = stage(plan(2, "flow")).open();
  }

  @AfterEach
  void inTheEndNothingIsKept() throws Exception {
    stage.leavesNothing();
    stage.close();
  }

  @Test
  void anEntityThatStaysAwayIsSilentAndThenForgottenWithAllItsStateAndTimers() throws Exception {
    stage.sees(1_000, 1).sees(2_000, 2).passes(301_999);
    assertThat(stage.health()).last().isEqualTo("silent began @122000");
    assertThat(stage.stateEntries()).isEqualTo(3);

    stage.passes(302_000);

    assertThat(stage.said()).last().isEqualTo("forgotten @302000");
    assertThat(stage.health()).contains("silent ended @302000");
    assertThat(stage.count("forgotten")).isEqualTo(1);
    assertThat(stage.stateEntries()).isZero();
    assertThat(stage.timers()).isZero();
  }

  @Test
  void whenASilentEntityIsForgottenTheMessageSaysSo() throws Exception {
    stage.sees(1_000, 1).sees(2_000, 2).passes(302_000);

    assertThat(stage.details()).last().isEqualTo("the entity is forgotten: nothing of it is kept");
  }

  @Test
  void anEventAtTheLastMomentKeepsIt() throws Exception {
    stage.sees(1_000, 1).sees(301_000, 2).passes(301_000);

    assertThat(stage.said())
        .doesNotContain("forgotten @301000")
        .last()
        .asString()
        .contains("1 of 2");
    assertThat(stage.count("forgotten")).isZero();
  }

  @Test
  void whoComesBackAfterThatIsNew() throws Exception {
    stage.sees(1_000, 1).sees(301_001, 2).passes(301_001);

    assertThat(stage.said())
        .containsExactly(
            "not enough history: 1 of 2 @1000",
            "forgotten @301000",
            "not enough history: 1 of 2 @301001");
  }

  @Test
  void anEventThatWaitsWhileItsEntityIsForgottenIsTakenInAtItsTurn() throws Exception {
    stage.sees(1_000, 1).passes(1_000);
    stage.sees(900_000, 2).passes(600_000);
    assertThat(stage.said()).last().isEqualTo("forgotten @301000");

    stage.passes(900_000);

    assertThat(stage.said()).last().isEqualTo("not enough history: 1 of 2 @900000");
    stage.passes(1_200_000);
  }

  @Test
  void anEntityThatNoDetectorWatchesIsForgottenToo() throws Exception {
    stage.takes(new Event("fan-1", 1_000, new double[] {1}, 0, 1, 0)).passes(301_000);

    assertThat(stage.said()).isEmpty();
    assertThat(stage.health()).last().isEqualTo("no-detector ended @301000");
    assertThat(stage.stateEntries()).isZero();
  }

  @Test
  void howeverOftenAnEntityComesItHasOneTimerThatLooksAfterIt() throws Exception {
    for (long at = 1_000; at <= 1_000_000; at += 1_000) {
      stage.sees(at, 1).passes(at);
    }

    assertThat(stage.timers()).isEqualTo(1);
    assertThat(stage.stateEntries()).isEqualTo(3);
  }

  @Test
  void silenceIsNotLookedAtWhereItsTimeIsZero() throws Exception {
    stage.close();
    stage = stage(plan(1, "flow")).silentAfter(0).open();
    stage.sees(1_000, 1).passes(301_000);

    assertThat(stage.health()).isEmpty();
    assertThat(stage.said()).last().isEqualTo("forgotten @301000");
  }

  @Test
  void forgettingGoesOnAfterARestart() throws Exception {
    stage.sees(1_000, 1).passes(1_000);
    stage.goesOnAs(stage(plan(2, "flow")));
    stage.passes(301_000);

    assertThat(stage.said()).containsExactly("forgotten @301000");
    assertThat(stage.stateEntries()).isZero();
  }

  @Test
  void aDetectorThatIsThereNoMoreEndsWithItsEntity() throws Exception {
    stage.sees(1_000, 1).passes(1_000);
    stage.goesOnAs(stage(plan(2, "flow").detector("others")));
    stage.passes(301_000);

    assertThat(stage.said("pumps")).containsExactly("unwatched @1000");
    assertThat(stage.stateEntries()).isZero();
  }

  @Test
  void aDetectorThatIsThereNoMoreEndsWithTheEntitysNextEvent() throws Exception {
    stage.sees(1_000, 1).passes(1_000);
    int entries = stage.stateEntries();
    stage.goesOnAs(stage(plan(2, "flow").detector("others")));
    stage.sees(2_000, 2).passes(2_000);

    assertThat(stage.said("pumps")).containsExactly("unwatched @1000");
    assertThat(stage.said("others")).containsExactly("not enough history: 1 of 2 @2000");
    assertThat(stage.stateEntries()).isEqualTo(entries);
    stage.sees(3_000, 3).passes(303_000);
    assertThat(stage.said("pumps")).hasSize(1);
  }

  @Test
  void aDetectorOfOtherEntitiesEndsForThoseItWatchesNoMore() throws Exception {
    stage.sees(1_000, 1).passes(1_000);
    stage.goesOnAs(stage(plan(2, "flow").entities("fan-*")));
    stage.sees(2_000, 2).passes(2_000);

    assertThat(stage.said()).containsExactly("unwatched @1000");
    stage.passes(302_000);
  }

  @Test
  void underTheSameDetectorsNothingEndsAtARestart() throws Exception {
    stage.sees(1_000, 1).passes(1_000);
    stage.goesOnAs(stage(plan(2, "flow")));
    stage.sees(2_000, 2).passes(2_000);

    assertThat(stage.said()).containsExactly("[1.0, 2.0] @2000");
    stage.passes(302_000);
  }

  @Test
  void eventsOfLongAgoAreJudgedInTheirOrderAndNotForgottenAsTheyCome() throws Exception {
    stage.passes(1_000_000);
    stage.sees(1_000, 1).passes(1_000_001);
    stage.sees(2_000, 2).passes(1_000_002);

    assertThat(stage.said())
        .containsExactly("not enough history: 1 of 2 @1000", "[1.0, 2.0] @2000");
    assertThat(stage.health()).doesNotContain("silent began @121000", "silent began @122000");
  }

  @Test
  void whoCatchesUpIsSilentOnceAndForgottenOnlyWhenNothingComesAnyMore() throws Exception {
    stage.sees(1_000, 1).passes(200_000);
    stage.sees(2_000, 2).passes(200_001).sees(3_000, 3).passes(200_002);
    assertThat(stage.health()).doesNotContain("silent began @122000", "silent began @123000");

    stage.passes(320_001);

    assertThat(stage.health()).last().isEqualTo("silent began @320001");
    assertThat(stage.health()).filteredOn(line -> line.startsWith("silent")).hasSize(3);
  }
}
