package dev.kilter.alert.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kilter.alert.feedback.FeedbackEffect.Kind;
import dev.kilter.event.Feedback;
import dev.kilter.event.FeedbackVerdict;
import org.junit.jupiter.api.Test;

/** Verdicts on incidents of one entity, whose threshold is 10 without them. */
class FeedbackRuleTest {
  private static final double THRESHOLD = 10;

  private final FeedbackRule rule = new FeedbackRule(2, 1.25, 30, 10);

  @Test
  void aFalseAlarmRaisesTheThresholdToItsPeak() {
    Tuned tuned = hear(FeedbackVerdict.FALSE_ALARM, peak("a", 11), Tuning.NONE);

    assertThat(tuned.tuning().factor()).isEqualTo(1.1);
    assertThat(tuned.effect().kind()).isEqualTo(Kind.THRESHOLD);
    assertThat(tuned.effect().before()).isEqualTo(10);
    assertThat(tuned.effect().after()).isEqualTo(11);
    assertThat(tuned.effect().why())
        .isEqualTo(
            "its peak was 1.10 times what holds without verdicts; one raises that by at most 1.25"
                + " times, all together to at most 2.00 times");
  }

  @Test
  void oneFalseAlarmRaisesTheThresholdByNoMoreThanAStep() {
    assertThat(hear(FeedbackVerdict.FALSE_ALARM, peak("a", 90), Tuning.NONE).tuning().factor())
        .isEqualTo(1.25);
  }

  @Test
  void noNumberOfFalseAlarmsRaisesTheThresholdBeyondTheMost() {
    Tuning tuning = Tuning.NONE;
    for (int incident = 0; incident < 5; incident++) {
      tuning = hear(FeedbackVerdict.FALSE_ALARM, peak("i" + incident, 90), tuning).tuning();
    }
    Tuned last = hear(FeedbackVerdict.FALSE_ALARM, peak("last", 90), tuning);

    assertThat(last.tuning().factor()).isEqualTo(2);
    assertThat(last.effect().kind()).isEqualTo(Kind.NOTHING);
    assertThat(last.effect().why())
        .isEqualTo("verdicts have raised the threshold to 2.00 times already, and may no further");
  }

  @Test
  void aFalseAlarmThatWouldNotBeToldAnyMoreChangesNothing() {
    Tuned tuned = hear(FeedbackVerdict.FALSE_ALARM, peak("a", 11), Tuning.NONE.times(1.2));

    assertThat(tuned.tuning().factor()).isEqualTo(1.2);
    assertThat(tuned.effect().kind()).isEqualTo(Kind.NOTHING);
  }

  @Test
  void aConfirmedIncidentTakesHalfOfThatBack() {
    Tuned tuned = hear(FeedbackVerdict.CONFIRMED, peak("a", 40), Tuning.NONE.times(1.5));

    assertThat(tuned.tuning().factor()).isEqualTo(1.25);
    assertThat(tuned.effect().before()).isEqualTo(15);
    assertThat(tuned.effect().after()).isEqualTo(12.5);
  }

  @Test
  void enoughConfirmedIncidentsTakeAllOfItBack() {
    Tuning tuning = Tuning.NONE.times(2);
    for (int incident = 0; incident < 7; incident++) {
      tuning = hear(FeedbackVerdict.CONFIRMED, peak("i" + incident, 90), tuning).tuning();
    }
    assertThat(tuning.factor()).isEqualTo(1);
  }

  @Test
  void aConfirmedIncidentLowersNoThresholdThatNobodyHasRaised() {
    Tuned tuned = hear(FeedbackVerdict.CONFIRMED, peak("a", 40), Tuning.NONE);

    assertThat(tuned.tuning().factor()).isEqualTo(1);
    assertThat(tuned.effect().kind()).isEqualTo(Kind.NOTHING);
  }

  @Test
  void whatWasExpectedChangesNothing() {
    Tuned tuned = hear(FeedbackVerdict.EXPECTED, peak("a", 40), Tuning.NONE.times(1.5));

    assertThat(tuned.tuning().factor()).isEqualTo(1.5);
    assertThat(tuned.effect().kind()).isEqualTo(Kind.NOTHING);
  }

  @Test
  void theSameVerdictOnTheSameIncidentCountsOnce() {
    RememberedIncident incident = peak("a", 90);
    Tuning once = hear(FeedbackVerdict.FALSE_ALARM, incident, Tuning.NONE).tuning();
    Tuned twice = hear(FeedbackVerdict.FALSE_ALARM, once.find("a"), once);

    assertThat(twice.tuning().factor()).isCloseTo(1.25, within(1e-12));
    assertThat(twice.effect().why()).isEqualTo("this was said of it before");
  }

  @Test
  void whoThinksBetterOfItIsHeardAgain() {
    Tuning once = hear(FeedbackVerdict.FALSE_ALARM, peak("a", 90), Tuning.NONE).tuning();
    Tuned again = hear(FeedbackVerdict.CONFIRMED, once.find("a"), once);

    assertThat(again.tuning().factor()).isEqualTo(1.125);
  }

  @Test
  void aNewNormalIsLookedAtOverTheNextSequences() {
    Tuned tuned = hear(FeedbackVerdict.NEW_NORMAL, peak("a", 90), Tuning.NONE);

    assertThat(tuned.effect().kind()).isEqualTo(Kind.LEARNING);
    assertThat(tuned.tuning().factor()).isEqualTo(1);
    assertThat(tuned.tuning().learning().left()).isEqualTo(30);
    assertThat(tuned.tuning().learning().seen().counts()).hasSize(2);
  }

  @Test
  void aNewNormalIsNotBegunAgainWhileItIsLookedAt() {
    Tuning learning = hear(FeedbackVerdict.NEW_NORMAL, peak("a", 90), Tuning.NONE).tuning();
    Tuned again = hear(FeedbackVerdict.NEW_NORMAL, peak("b", 90), learning);

    assertThat(again.effect().kind()).isEqualTo(Kind.NOTHING);
    assertThat(again.tuning().learning()).isEqualTo(learning.learning());
  }

  private Tuned hear(FeedbackVerdict verdict, RememberedIncident incident, Tuning tuning) {
    Feedback feedback =
        new Feedback(incident.id(), "pump-1", "pumps", verdict, "ana", null, 7_000, -1, -1);
    return rule.hear(feedback, incident, tuning, THRESHOLD, 2);
  }

  private static RememberedIncident peak(String id, double peak) {
    return new RememberedIncident(id, 1_000, 5_000, false, peak, null);
  }
}
