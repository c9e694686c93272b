package dev.kilter.job.config;

import static dev.kilter.job.config.PipelineFiles.LEAST;
import static dev.kilter.job.config.PipelineFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.quiet.QuietTime;
import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.event.EntityPattern;
import dev.kilter.job.quiet.RecurringWindows;
import dev.kilter.job.quiet.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The section of quiet times. */
class QuietTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void withoutTheSectionThereAreNone() {
    assertThat(read(LEAST).quiet()).isEmpty();
    assertThat(read(LEAST + "quiet: []").quiet()).isEmpty();
  }

  @Test
  void everyKeyIsMapped() {
    List<QuietTime> quiet =
        read(LEAST
                + """
                quiet:
                  - {name: weekly-maintenance, entities: "pump-*", from: 2026-11-01T02:00, for: 4h,
                     repeat: "FREQ=WEEKLY;BYDAY=SU", zone: Europe/Berlin, detectors: [pumps]}
                  - {name: rebuild, entities: "hall-7/*", from: 2026-12-01T08:00:00Z, until: 2026-12-01T17:00:00Z}
                """)
            .quiet();

    assertThat(quiet)
        .containsExactly(
            new QuietTime(
                "weekly-maintenance",
                EntityPattern.of("pump-*"),
                List.of("pumps"),
                new RecurringWindows(
                    new WindowRule(
                        "FREQ=WEEKLY;BYDAY=SU",
                        LocalDateTime.parse("2026-11-01T02:00"),
                        BERLIN,
                        Duration.ofHours(4)))),
            new QuietTime(
                "rebuild",
                EntityPattern.of("hall-7/*"),
                List.of(),
                window("2026-12-01T08:00:00Z", "2026-12-01T17:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "from: 2026-07-01T08:00, until: 2026-07-01T17:00, zone: Europe/Berlin;"
            + " 2026-07-01T06:00:00Z; 2026-07-01T15:00:00Z",
        "from: 2026-12-01 08:00, for: 90m, zone: Europe/Berlin;"
            + " 2026-12-01T07:00:00Z; 2026-12-01T08:30:00Z",
        "from: 2026-12-01T08:00+02:00, until: 2026-12-01T17:00Z;"
            + " 2026-12-01T06:00:00Z; 2026-12-01T17:00:00Z",
        "from: 2026-12-01T08:00:00.5Z, for: 500ms; 2026-12-01T08:00:00.5Z; 2026-12-01T08:00:01Z",
        "from: 2027-03-28T00:00, for: 24h, zone: Europe/Berlin;"
            + " 2027-03-27T23:00:00Z; 2027-03-28T23:00:00Z",
        "from: 2027-03-28T02:30, until: 2027-03-28T04:00, zone: Europe/Berlin;"
            + " 2027-03-28T01:30:00Z; 2027-03-28T02:00:00Z",
        "from: 2026-10-25T02:30, until: 2026-10-25T03:00, zone: Europe/Berlin;"
            + " 2026-10-25T00:30:00Z; 2026-10-25T02:00:00Z",
      })
  void onceIsFromAnInstantToAnInstant(String keys, String from, String until) {
    assertThat(one(keys).recurrence()).isEqualTo(window(from, until));
  }

  @Test
  void repeatedWithAnOffsetItIsInTheCalendarOfThatOffset() {
    assertThat(rule("from: 2026-11-01T02:00+01:00, for: 4h, repeat: FREQ=DAILY"))
        .isEqualTo(
            new WindowRule(
                "FREQ=DAILY",
                LocalDateTime.parse("2026-11-01T02:00"),
                ZoneOffset.ofHours(1),
                Duration.ofHours(4)));
  }

  @Test
  void repeatedWithAnOffsetAndAZoneItIsInTheCalendarOfTheZone() {
    assertThat(rule("from: 2026-11-01T01:00:00Z, for: 4h, repeat: FREQ=DAILY, zone: Europe/Berlin"))
        .isEqualTo(
            new WindowRule(
                "FREQ=DAILY",
                LocalDateTime.parse("2026-11-01T02:00"),
                BERLIN,
                Duration.ofHours(4)));
  }

  @Test
  void windowsThatMeetAreAllowedInTheNightWhenClocksChangeToo() {
    assertThat(rule("from: 2027-03-27T02:00, for: 24h, repeat: FREQ=DAILY, zone: Europe/Berlin"))
        .isNotNull();
  }

  /** The section with one quiet time of these keys. */
  static String quiet(String keys) {
    return "quiet: [{name: q, entities: \"pump-*\", " + keys + "}]\n";
  }

  private static QuietTime one(String keys) {
    return read(LEAST + quiet(keys)).quiet().get(0);
  }

  private static WindowRule rule(String keys) {
    return ((RecurringWindows) one(keys).recurrence()).rule();
  }

  private static TimeWindow window(String from, String until) {
    return new TimeWindow(Instant.parse(from).toEpochMilli(), Instant.parse(until).toEpochMilli());
  }
}
