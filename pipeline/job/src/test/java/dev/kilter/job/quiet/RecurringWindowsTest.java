package dev.kilter.job.quiet;

import static dev.kilter.job.quiet.WindowsOf.millis;
import static dev.kilter.job.quiet.WindowsOf.text;
import static dev.kilter.job.quiet.WindowsOf.texts;
import static dev.kilter.job.quiet.WindowsOf.windows;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurringWindowsTest {
  private static final RecurringWindows SUNDAYS =
      windows("FREQ=WEEKLY;BYDAY=SU", "2026-11-01T02:00", "UTC", Duration.ofHours(4));

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-11-08T02:00:00Z", "2026-11-08T04:00:00Z", "2026-11-08T05:59:59.999Z"})
  void anInstantWithinAWindowIsCovered(String time) {
    assertThat(text(SUNDAYS.covering(millis(time))))
        .isEqualTo("2026-11-08T02:00:00Z/2026-11-08T06:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2026-10-25T03:00:00Z",
        "2026-11-01T01:59:59.999Z",
        "2026-11-08T06:00:00Z",
        "2026-11-09T03:00:00Z",
        "2026-11-15T01:59:59.999Z",
        "2250-01-01T00:00:00Z"
      })
  void anInstantBetweenBeforeOrBehindTheWindowsIsNot(String time) {
    assertThat(SUNDAYS.covering(millis(time))).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE})
  void timesThatAreNoneAreNotCovered(long time) {
    assertThat(SUNDAYS.covering(time)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=MONTHLY;BYDAY=1SU| 2026-11-01T02:00| 2026-12-06T02:00:00Z/2026-12-06T06:00:00Z",
        "FREQ=MONTHLY;BYDAY=-1FR| 2026-11-27T02:00| 2026-12-25T02:00:00Z/2026-12-25T06:00:00Z",
        "FREQ=MONTHLY| 2026-10-31T02:00| 2026-12-31T02:00:00Z/2026-12-31T06:00:00Z",
        "FREQ=YEARLY| 2024-02-29T02:00| 2028-02-29T02:00:00Z/2028-02-29T06:00:00Z",
        "FREQ=WEEKLY;INTERVAL=2| 2026-11-01T02:00| 2026-11-15T02:00:00Z/2026-11-15T06:00:00Z",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1| 2026-11-30T02:00|"
            + " 2026-12-31T02:00:00Z/2026-12-31T06:00:00Z",
      })
  void theSecondWindowIsWhereTheRuleSays(String rule, String first, String second) {
    assertThat(texts(windows(rule, first, "UTC", Duration.ofHours(4)), 2))
        .hasSize(2)
        .last()
        .isEqualTo(second);
  }

  @Test
  void afterSoManyAsCountSaysThereAreNoMore() {
    RecurringWindows three =
        windows("FREQ=DAILY;COUNT=3", "2026-11-01T02:00", "UTC", Duration.ofHours(4));

    assertThat(texts(three, 9)).hasSize(3);
    assertThat(three.covering(millis("2026-11-03T03:00:00Z"))).isNotNull();
    assertThat(three.covering(millis("2026-11-04T03:00:00Z"))).isNull();
    assertThat(three.from(millis("2026-11-04T03:00:00Z"), 3)).isEmpty();
  }

  @Test
  void theNextWindowsBeginWithTheOneThatCoversTheInstant() {
    assertThat(SUNDAYS.from(millis("2026-11-08T05:00:00Z"), 2).stream().map(WindowsOf::text))
        .containsExactly(
            "2026-11-08T02:00:00Z/2026-11-08T06:00:00Z",
            "2026-11-15T02:00:00Z/2026-11-15T06:00:00Z");
    assertThat(SUNDAYS.from(millis("2026-11-08T06:00:00Z"), 1).stream().map(WindowsOf::text))
        .containsExactly("2026-11-15T02:00:00Z/2026-11-15T06:00:00Z");
  }

  @Test
  void aWindowLongerThanAYearIsFoundFromItsMiddle() {
    RecurringWindows lasting =
        windows("FREQ=YEARLY;INTERVAL=4", "2024-01-01T00:00", "UTC", Duration.ofDays(800));

    assertThat(text(lasting.covering(millis("2030-01-01T00:00:00Z"))))
        .isEqualTo("2028-01-01T00:00:00Z/2030-03-11T00:00:00Z");
    assertThat(lasting.covering(millis("2030-03-11T00:00:00Z"))).isNull();
  }

  @Test
  void whereTheDayOfTheChangeMakesWindowsOverlapTheOneThatEndsLastCounts() {
    RecurringWindows always =
        windows("FREQ=DAILY", "2027-03-27T02:00", "Europe/Berlin", Duration.ofHours(24));

    assertThat(text(always.covering(millis("2027-03-28T01:30:00Z"))))
        .isEqualTo("2027-03-28T01:00:00Z/2027-03-29T01:00:00Z");
    assertThat(text(always.covering(millis("2027-03-29T00:30:00Z"))))
        .isEqualTo("2027-03-29T00:00:00Z/2027-03-30T00:00:00Z");
  }

  @Test
  void theyTravelToTheMachinesThatRunTheJobWhereverTheyWereAskedLast() throws Exception {
    RecurringWindows windows =
        windows("FREQ=WEEKLY", "2026-11-01T02:00", "Europe/Berlin", Duration.ofHours(4));
    windows.covering(millis("2027-03-01T00:00:00Z"));

    RecurringWindows copy = InstantiationUtil.clone(windows);

    assertThat(copy).isEqualTo(windows).hasSameHashCodeAs(windows);
    assertThat(texts(copy, 30)).isEqualTo(texts(windows, 30));
  }
}
