package dev.kilter.tools.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kilter.alert.quiet.QuietTime;
import dev.kilter.alert.quiet.Recurrence;
import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.event.EntityPattern;
import dev.kilter.job.quiet.RecurringWindows;
import dev.kilter.job.quiet.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code kilter validate} says of quiet times. */
class QuietTextTest {
  private static final Instant NOW = Instant.parse("2027-03-15T12:00:00Z");

  @Test
  void oneThatComesAgainIsToldWithItsNextThreeWindowsInLocalTime() {
    assertThat(QuietText.of(quiet(List.of(), weekly("FREQ=WEEKLY;BYDAY=SU")), NOW))
        .containsExactly(
            entry("quiet", "maintenance: pump-*, 4 h each by FREQ=WEEKLY;BYDAY=SU"),
            entry(
                "  next",
                "2027-03-21T02:00+01:00 to 2027-03-21T06:00+01:00; then"
                    + " 2027-03-28T03:00+02:00 to 2027-03-28T07:00+02:00; then"
                    + " 2027-04-04T02:00+02:00 to 2027-04-04T06:00+02:00"));
  }

  @Test
  void oneThatDoesNotComeAgainIsToldSo() {
    assertThat(QuietText.of(quiet(List.of(), weekly("FREQ=WEEKLY;COUNT=2")), NOW))
        .containsEntry("  next", "never again");
  }

  @Test
  void oneThatComesOnceIsToldWithItsTime() {
    TimeWindow window = window("2027-03-15T11:00:00Z", "2027-03-15T12:00:00.001Z");
    assertThat(QuietText.of(quiet(List.of("pumps", "fans"), window), NOW))
        .containsExactly(
            entry("quiet", "maintenance: pump-* under pumps, fans, once"),
            entry("  from", "2027-03-15T11:00Z to 2027-03-15T12:00:00.001Z"));
  }

  @Test
  void oneThatIsOverIsToldSo() {
    TimeWindow window = window("2027-03-15T11:00:00Z", "2027-03-15T12:00:00Z");
    assertThat(QuietText.of(quiet(List.of(), window), NOW))
        .containsEntry("quiet", "maintenance: pump-*, once, and that is over");
  }

  private static QuietTime quiet(List<String> detectors, Recurrence recurrence) {
    return new QuietTime("maintenance", EntityPattern.of("pump-*"), detectors, recurrence);
  }

  private static Recurrence weekly(String rule) {
    return new RecurringWindows(
        new WindowRule(
            rule,
            LocalDateTime.parse("2026-11-01T02:00"),
            ZoneId.of("Europe/Berlin"),
            Duration.ofHours(4)));
  }

  private static TimeWindow window(String from, String until) {
    return new TimeWindow(Instant.parse(from).toEpochMilli(), Instant.parse(until).toEpochMilli());
  }
}
