package dev.kilter.job.quiet;

import static dev.kilter.job.quiet.WindowsOf.texts;
import static dev.kilter.job.quiet.WindowsOf.windows;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which instants the local times of a rule are, above all in the nights when clocks change. */
class LocalTimeTest {
  private static final Duration FOUR_HOURS = Duration.ofHours(4);

  @Test
  void aWindowIsAtTheSameLocalTimeInWinterAndInSummer() {
    assertThat(
            texts(
                windows("FREQ=MONTHLY;INTERVAL=6", "2026-01-15T02:00", "Europe/Berlin", FOUR_HOURS),
                3))
        .containsExactly(
            "2026-01-15T01:00:00Z/2026-01-15T05:00:00Z",
            "2026-07-15T00:00:00Z/2026-07-15T04:00:00Z",
            "2027-01-15T01:00:00Z/2027-01-15T05:00:00Z");
  }

  @Test
  void aLocalTimeThatSpringLeavesOutIsTakenByTheOffsetBefore() {
    assertThat(texts(windows("FREQ=WEEKLY", "2027-03-21T02:30", "Europe/Berlin", FOUR_HOURS), 3))
        .containsExactly(
            "2027-03-21T01:30:00Z/2027-03-21T05:30:00Z",
            "2027-03-28T01:30:00Z/2027-03-28T05:30:00Z",
            "2027-04-04T00:30:00Z/2027-04-04T04:30:00Z");
  }

  @Test
  void ofALocalTimeThatAutumnRepeatsTheFirstIsMeant() {
    assertThat(texts(windows("FREQ=WEEKLY", "2026-10-18T02:30", "Europe/Berlin", FOUR_HOURS), 3))
        .containsExactly(
            "2026-10-18T00:30:00Z/2026-10-18T04:30:00Z",
            "2026-10-25T00:30:00Z/2026-10-25T04:30:00Z",
            "2026-11-01T01:30:00Z/2026-11-01T05:30:00Z");
  }

  @Test
  void aWindowLastsAsLongInANightWhenClocksChange() {
    assertThat(
            texts(
                windows(
                    "FREQ=DAILY", "2027-03-27T22:00", "Europe/Berlin", FOUR_HOURS.plus(FOUR_HOURS)),
                2))
        .containsExactly(
            "2027-03-27T21:00:00Z/2027-03-28T05:00:00Z",
            "2027-03-28T20:00:00Z/2027-03-29T04:00:00Z");
  }

  @Test
  void theFirstWindowMayBeInTheHourThatIsLeftOut() {
    assertThat(texts(windows("FREQ=DAILY", "2027-03-28T02:30", "Europe/Berlin", FOUR_HOURS), 2))
        .containsExactly(
            "2027-03-28T01:30:00Z/2027-03-28T05:30:00Z",
            "2027-03-29T00:30:00Z/2027-03-29T04:30:00Z");
  }

  @Test
  void windowsThatBeginWithinTheHourThatIsLeftOutAndBehindItComeInOrder() {
    assertThat(
            texts(
                windows(
                    "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,30",
                    "2027-03-28T02:00",
                    "Europe/Berlin",
                    Duration.ofMinutes(10)),
                4))
        .containsExactly(
            "2027-03-28T01:00:00Z/2027-03-28T01:10:00Z",
            "2027-03-28T01:00:00Z/2027-03-28T01:10:00Z",
            "2027-03-28T01:30:00Z/2027-03-28T01:40:00Z",
            "2027-03-28T01:30:00Z/2027-03-28T01:40:00Z");
  }

  @Test
  void aDayThatACountryLeftOutIsTakenByTheOffsetBefore() {
    assertThat(texts(windows("FREQ=DAILY", "2011-12-29T12:00", "Pacific/Apia", FOUR_HOURS), 4))
        .containsExactly(
            "2011-12-29T22:00:00Z/2011-12-30T02:00:00Z",
            "2011-12-30T22:00:00Z/2011-12-31T02:00:00Z",
            "2011-12-30T22:00:00Z/2011-12-31T02:00:00Z",
            "2011-12-31T22:00:00Z/2012-01-01T02:00:00Z");
  }

  @Test
  void anOffsetIsAZoneWhoseClocksNeverChange() {
    assertThat(texts(windows("FREQ=WEEKLY", "2027-03-21T02:30", "+01:00", FOUR_HOURS), 2))
        .containsExactly(
            "2027-03-21T01:30:00Z/2027-03-21T05:30:00Z",
            "2027-03-28T01:30:00Z/2027-03-28T05:30:00Z");
  }

  @Test
  void untilWithAZIsAnInstant() {
    assertThat(untilOf("20261108T010000Z")).hasSize(2);
    assertThat(untilOf("20261108T005959Z")).hasSize(1);
  }

  @Test
  void untilWithoutAZIsALocalTime() {
    assertThat(untilOf("20261108T020000")).hasSize(2);
    assertThat(untilOf("20261108T015959")).hasSize(1);
  }

  @Test
  void untilADateHasThatDayWithIt() {
    assertThat(untilOf("20261108")).hasSize(2);
    assertThat(untilOf("20261107")).hasSize(1);
  }

  private static List<String> untilOf(String until) {
    return texts(
        windows("FREQ=WEEKLY;UNTIL=" + until, "2026-11-01T02:00", "Europe/Berlin", FOUR_HOURS), 10);
  }
}
