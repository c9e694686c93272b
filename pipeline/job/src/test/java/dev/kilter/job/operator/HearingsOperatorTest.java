package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Feedback;
import dev.kilter.event.FeedbackVerdict;
import dev.kilter.sequence.Envelope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When it is heard what people say, and of what. */
class HearingsOperatorTest {
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
  void itHoldsFromItsEventTimeOn() throws Exception {
    stage.score(1, 5);
    stage.score(2, 0);
    stage.hear(FeedbackVerdict.FALSE_ALARM, stage.opened(), 5);
    stage.score(3, 4.9f);
    stage.score(4, 0);
    stage.score(5, 4.9f);
    stage.score(6, 4.9f);

    assertThat(stage.alerts())
        .containsExactly("open @1", "closed @2", "open @3", "closed @4", "open @5", "closed @6");
  }

  @Test
  void aVerdictThatComesBeforeItsIncidentIsHeardInTime() throws Exception {
    stage.score(1, 5);
    String id = stage.opened();
    stage.close();
    open();
    stage.hear(FeedbackVerdict.FALSE_ALARM, id, 2);
    stage.score(1, 5);
    stage.score(3, 4.9f);

    assertThat(stage.alerts()).containsExactly("open @1", "closed @3");
  }

  @Test
  void whereNoScoreComesAnyMoreItIsHeardOnceEventTimeHasPassed() throws Exception {
    stage.score(1, 5);
    stage.hear(FeedbackVerdict.CONFIRMED, stage.opened(), 5);
    stage.passes(6_999);
    assertThat(stage.outcomes()).isEmpty();
    stage.passes(7_000);

    assertThat(stage.outcomes()).containsExactly("confirmed nothing 4.0 -> 4.0");
  }

  @Test
  void aVerdictOnAnIncidentOfWhichNothingIsKnownIsADeadLetter() throws Exception {
    stage.score(1, 5);
    stage.hear(FeedbackVerdict.CONFIRMED, "5b1f", 2);
    stage.passes(10_000);

    DeadLetter letter = stage.aside(Hearings.UNKNOWN).get(0);
    assertThat(letter.reason()).isEqualTo(DeadLetterReason.UNKNOWN_INCIDENT);
    assertThat(letter.position()).isEqualTo(FeedbackStage.PLACE);
    assertThat(letter.detail())
        .isEqualTo("5b1f is neither open nor one of the last 8 incidents of a under pumps");
    assertThat(letter.value()).isEqualTo(FeedbackStage.VALUE);
  }

  @Test
  void aVerdictUnderADetectorThatIsNotThereIsADeadLetterThatSaysSo() throws Exception {
    stage.hear(
        new Feedback("5b1f", "a", "fans", FeedbackVerdict.CONFIRMED, "ana", null, 2_000, -1, -1));
    stage.passes(10_000);

    assertThat(stage.aside(Hearings.UNKNOWN).get(0).detail())
        .isEqualTo("fans is no detector of this pipeline");
  }

  @Test
  void aVerdictOnWhatWasForgottenIsALabelAndNoMore() throws Exception {
    stage.score(1, 5);
    String id = stage.opened();
    stage.send(new Envelope.Forgotten<>(FeedbackStage.PUMP, 2_000));
    stage.passes(10_000);
    stage.hear(
        new Feedback(
            id, "a", "pumps", FeedbackVerdict.CONFIRMED, "ana", null, 3_000, 1_000, 2_000));

    assertThat(stage.outcomes()).containsExactly("confirmed nothing 4.0 -> 4.0");
    assertThat(stage.stateEntries()).isZero();
  }

  @Test
  void anIncidentThatSaysItOpenedAtAnotherTimeWasNone() throws Exception {
    stage.score(1, 5);
    String id = stage.opened();
    stage.send(new Envelope.Forgotten<>(FeedbackStage.PUMP, 2_000));
    stage.passes(10_000);
    stage.hear(
        new Feedback(id, "a", "pumps", FeedbackVerdict.CONFIRMED, "ana", null, 3_000, 999, 2_000));

    assertThat(stage.aside(Hearings.UNKNOWN).get(0).reason())
        .isEqualTo(DeadLetterReason.UNKNOWN_INCIDENT);
  }

  @Test
  void ofAnEntityThatWasNeverJudgedNothingIsKept() throws Exception {
    stage.hear(FeedbackVerdict.CONFIRMED, "5b1f", 2);
    stage.passes(10_000);

    assertThat(stage.stateEntries()).isZero();
    assertThat(stage.timers()).isZero();
    assertThat(stage.aside(Hearings.UNKNOWN)).hasSize(1);
  }

  @Test
  void whatWaitsToBeHeardOutlivesARestart() throws Exception {
    stage.score(1, 5);
    stage.hear(FeedbackVerdict.FALSE_ALARM, stage.opened(), 2);
    stage.restart();
    stage.score(3, 4.9f);

    assertThat(stage.alerts()).containsExactly("closed @3");
    assertThat(stage.outcomes()).containsExactly("false-alarm threshold 4.0 -> 5.0");
  }
}
