package dev.kilter.job.quiet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/**
 * A rule of iCalendar, read. Its local times are gone through as if they were of UTC, so that what
 * becomes of them where clocks change is decided in one place: {@link WindowRule}.
 */
final class CalendarRule {
  /** More than local time and the time of UTC can move apart: a day that a country left out. */
  static final long SHIFT_MILLIS = Duration.ofDays(2).toMillis();

  /** No event is as late as this, so no window needs to be. */
  private static final long END_MILLIS = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();

  private static final Set<Freq> BY_DAYS =
      EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

  private final RecurrenceRule rule;
  private final long lastMillis;

  private CalendarRule(RecurrenceRule rule, long lastMillis) {
    this.rule = rule;
    this.lastMillis = lastMillis;
  }

  /**
   * Reads a rule.
   *
   * @param zone whose local times those of the rule are
   * @throws IllegalArgumentException whose message completes "it must be …"
   */
  static CalendarRule read(String text, ZoneId zone) {
    RecurrenceRule rule = parsed(text);
    if (!BY_DAYS.contains(rule.getFreq())) {
      throw new IllegalArgumentException(
          "a rule of FREQ=DAILY, WEEKLY, MONTHLY or YEARLY; several times a day is"
              + " FREQ=DAILY;BYHOUR=0,8,16");
    }
    DateTime until = rule.getUntil();
    if (until == null) {
      return new CalendarRule(rule, END_MILLIS);
    }
    rule.setUntil(null);
    return new CalendarRule(rule, Math.min(END_MILLIS, lastMillis(until, zone)));
  }

  private static RecurrenceRule parsed(String text) {
    try {
      return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalArgumentException(
          "a rule of iCalendar, such as FREQ=WEEKLY;BYDAY=SU: " + e.getMessage(), e);
    }
  }

  /** The last instant that UNTIL allows a window to begin at: of a date, its last. */
  private static long lastMillis(DateTime until, ZoneId zone) {
    if (!until.isFloating()) {
      return until.getTimestamp();
    }
    LocalDateTime local = WindowRule.local(until.getTimestamp());
    return until.isAllDay()
        ? local.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli() - 1
        : local.atZone(zone).toInstant().toEpochMilli();
  }

  /** The last instant at which a window may begin. */
  long lastMillis() {
    return lastMillis;
  }

  /**
   * The local times at which windows begin, from the first one on, and somewhat beyond the last.
   *
   * @throws IllegalArgumentException or IllegalStateException if there is none for very long
   */
  LocalStarts starts(LocalDateTime first) {
    return new LocalStarts(
        rule.iterator(WindowRule.number(first), DateTime.UTC), lastMillis + SHIFT_MILLIS);
  }
}
