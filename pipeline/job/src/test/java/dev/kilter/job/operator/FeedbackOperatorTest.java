package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Alert;
import dev.kilter.event.FeedbackVerdict;
import dev.kilter.sequence.Envelope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people say moves what an entity is held against. */
class FeedbackOperatorTest {
  private FeedbackStage stage;

  @BeforeEach
  void open() throws Exception {
    stage = FeedbackStage.open();
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void aFalseAlarmRaisesWhatTheEntityIsHeldAgainst() throws Exception {
    stage.score(1, 5);
    stage.score(2, 0);
    stage.hear(FeedbackVerdict.FALSE_ALARM, stage.opened(), 2);
    stage.score(3, 4.9f);
    stage.score(4, 5.1f);

    assertThat(stage.alerts()).containsExactly("open @1", "closed @2", "open @4");
    assertThat(stage.outcomes()).containsExactly("false-alarm threshold 4.0 -> 5.0");
  }

  @Test
  void itRaisesNobodyElses() throws Exception {
    stage.score(1, 5);
    stage.hear(FeedbackVerdict.FALSE_ALARM, stage.opened(), 2);
    stage.scoreOf("b", 3, 4.9f);

    assertThat(stage.told()).extracting(Alert::entity).containsExactly("a", "b");
  }

  @Test
  void whatWasHeardOutlivesARestart() throws Exception {
    stage.score(1, 5);
    stage.hear(FeedbackVerdict.FALSE_ALARM, stage.opened(), 2);
    stage.score(3, 0);
    stage.restart();
    stage.score(4, 4.9f);

    assertThat(stage.alerts()).isEmpty();
  }

  @Test
  void underAnotherModelItCountsNoMore() throws Exception {
    stage.score(1, 5);
    stage.hear(FeedbackVerdict.FALSE_ALARM, stage.opened(), 2);
    stage.score(3, 0);
    stage.send(new Envelope.Reset<>(FeedbackStage.PUMP, 4_000, Envelope.Reset.NEW_MODEL));
    stage.score(5, 4.9f);

    assertThat(stage.alerts()).containsExactly("open @1", "closed @3", "open @5");
  }

  @Test
  void aNewNormalEndsTheAlarmOnceItWasSeenLongEnough() throws Exception {
    stage.score(1, 6);
    stage.hear(FeedbackVerdict.NEW_NORMAL, stage.opened(), 2);
    for (int second = 3; second < 3 + 30; second++) {
      stage.score(second, 6);
    }
    stage.score(33, 6);
    stage.score(34, 16);

    assertThat(stage.alerts()).containsExactly("open @1", "closed @33", "open @34");
    assertThat(stage.outcomes())
        .containsExactly("new-normal learning 4.0 -> 4.0", "new-normal baseline 4.0 -> 4.0");
    assertThat(stage.aside(JudgeScores.HEALTH)).hasSize(1);
  }

  @Test
  void whatIsBeyondTheBoundDoesNotBecomeNormal() throws Exception {
    stage.score(1, 11);
    stage.hear(FeedbackVerdict.NEW_NORMAL, stage.opened(), 2);
    for (int second = 3; second < 40; second++) {
      stage.score(second, 11);
    }

    assertThat(stage.alerts()).containsExactly("open @1");
    assertThat(stage.outcomes())
        .containsExactly("new-normal learning 4.0 -> 4.0", "new-normal nothing 4.0 -> 4.0");
  }

  @Test
  void underAnotherModelItIsNotLookedAtAnyMoreWhatHasBecomeNormal() throws Exception {
    stage.score(1, 6);
    stage.hear(FeedbackVerdict.NEW_NORMAL, stage.opened(), 2);
    stage.score(3, 6);
    stage.score(4, 6);
    stage.send(new Envelope.Reset<>(FeedbackStage.PUMP, 5_000, Envelope.Reset.NEW_MODEL));

    assertThat(stage.outcomes())
        .containsExactly("new-normal learning 4.0 -> 4.0", "new-normal nothing 4.0 -> 4.0");
    assertThat(stage.aside(Hearings.OUTCOMES).get(1).effect().why())
        .isEqualTo(
            "after 2 of 30 sequences another model came: what has become normal is not known");
  }

  @Test
  void ofAnEntityThatIsForgottenItIsNotLookedAtAnyMoreWhatHasBecomeNormal() throws Exception {
    stage.score(1, 6);
    stage.hear(FeedbackVerdict.NEW_NORMAL, stage.opened(), 2);
    stage.score(3, 6);
    stage.send(new Envelope.Forgotten<>(FeedbackStage.PUMP, 9_000));

    assertThat(stage.aside(Hearings.OUTCOMES).get(1).effect().why())
        .isEqualTo(
            "after 1 of 30 sequences its entity was forgotten: what has become normal is not known");
  }

  @Test
  void aGapDoesNotEndTheLook() throws Exception {
    stage.score(1, 6);
    stage.hear(FeedbackVerdict.NEW_NORMAL, stage.opened(), 2);
    stage.score(3, 6);
    stage.send(new Envelope.Reset<>(FeedbackStage.PUMP, 5_000, "gap"));

    assertThat(stage.outcomes()).containsExactly("new-normal learning 4.0 -> 4.0");
  }

  @Test
  void underASilenceNothingIsToldButTheEnd() throws Exception {
    stage.score(1, 5);
    stage.silenced(2, 0);
    stage.silenced(3, 5);
    stage.score(4, 5);

    assertThat(stage.alerts()).containsExactly("open @1", "closed @2", "open @4");
    assertThat(stage.told().get(2).cause().label()).isEqualTo("unsilenced");
  }
}
