package dev.kilter.job.quiet;

import static dev.kilter.job.quiet.WindowsOf.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSurveyTest {

  @Test
  void theFirstWindowIsTheFirstOfTheRule() {
    assertThat(survey("FREQ=WEEKLY;BYDAY=SU", "2026-11-01T02:00").first())
        .isEqualTo(LocalDateTime.parse("2026-11-01T02:00"));
    assertThat(survey("FREQ=WEEKLY;BYDAY=SU", "2026-11-02T02:00").first())
        .isEqualTo(LocalDateTime.parse("2026-11-08T02:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=DAILY, 24",
    "FREQ=WEEKLY, 168",
    "'FREQ=WEEKLY;BYDAY=SU,MO', 24",
    "FREQ=MONTHLY, 672",
    "'FREQ=DAILY;BYHOUR=2,8,22', 4",
  })
  void theClosestTwoWindowsAreFound(String text, long hours) {
    assertThat(survey(text, "2026-11-01T02:00").closest()).isEqualTo(Duration.ofHours(hours));
  }

  @Test
  void theTwoClosestAreNamed() {
    assertThat(survey("FREQ=MONTHLY", "2026-11-01T02:00").closestAt())
        .isEqualTo(LocalDateTime.parse("2027-02-01T02:00"));
  }

  @Test
  void aRuleThatHappensOnceHasNoClosest() {
    RuleSurvey once = survey("FREQ=DAILY;COUNT=1", "2026-11-01T02:00");

    assertThat(once.first()).isNotNull();
    assertThat(once.closest()).isNull();
    assertThat(once.closestAt()).isNull();
    assertThat(once.lostAfter()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30, 2026-02-28T02:00",
    "FREQ=MONTHLY;BYMONTH=6;BYMONTHDAY=31, 2026-06-30T02:00",
    "FREQ=WEEKLY;BYDAY=SU;BYSETPOS=2, 2026-11-01T02:00",
    "FREQ=DAILY;UNTIL=20261031T000000Z, 2026-11-01T02:00",
  })
  void aRuleThatNeverHappensHasNoFirst(String text, String first) {
    assertThat(survey(text, first).first()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "weekly",
        "FREQ",
        "FREQ=",
        "FREQ=NEVER",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;COUNT=2;UNTIL=20271231T000000Z",
        "FREQ=WEEKLY;UNTIL=soon",
        "FREQ=WEEKLY;MOOD=GOOD",
        "FREQ=MONTHLY;BYMONTH=13",
        "RRULE:FREQ=WEEKLY",
        "0 2 * * 0"
      })
  void whatIsNoRuleIsRefusedWithOneThatIs(String text) {
    assertThatThrownBy(() -> survey(text, "2026-11-01T02:00"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a rule of iCalendar, such as FREQ=WEEKLY;BYDAY=SU: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HOURLY", "MINUTELY", "SECONDLY"})
  void aRuleByLessThanDaysIsRefused(String frequency) {
    assertThatThrownBy(() -> survey("FREQ=" + frequency, "2026-11-01T02:00"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a rule of FREQ=DAILY, WEEKLY, MONTHLY or YEARLY; several times a day is"
                + " FREQ=DAILY;BYHOUR=0,8,16");
  }

  @Test
  void anyTextIsARuleOrIsRefused() {
    Random random = new Random(3);
    String letters = "FREQ=DAILYWKMOTHUNTCSBP;,0123456789-Z:. ü";
    String right = "FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1MO;BYMONTH=1,12;BYHOUR=2;COUNT=5";
    int refused = 0;
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder(right);
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(text.length());
        text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
      }
      try {
        survey(text.toString(), "2026-11-01T02:00");
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1_000, 2_999);
  }

  private static RuleSurvey survey(String text, String first) {
    return RuleSurvey.of(rule(text, first, "Europe/Berlin", Duration.ofHours(4)));
  }
}
