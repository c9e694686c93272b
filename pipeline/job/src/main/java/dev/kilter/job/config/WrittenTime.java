package dev.kilter.job.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * A time as somebody wrote it: local, or with its offset.
 *
 * @param text as it was written
 * @param value a ZonedDateTime or a LocalDateTime
 */
public record WrittenTime(String text, TemporalAccessor value) {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;

  /**
   * Reads a time in ISO 8601.
   *
   * @throws IllegalArgumentException whose message completes "it must be …"
   */
  public static WrittenTime parse(String text) {
    try {
      TemporalAccessor value = new TimeFormat.Iso().read(text);
      int year = value.get(ChronoField.YEAR);
      if (year < FIRST_YEAR || year > LAST_YEAR) {
        throw new IllegalArgumentException("a time from " + FIRST_YEAR + " to " + LAST_YEAR);
      }
      return new WrittenTime(text, value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "a time such as 2026-11-01T02:00, or 2026-11-01T02:00Z with its offset", e);
    }
  }

  /** Whether it does not say its offset. */
  public boolean isLocal() {
    return value instanceof LocalDateTime;
  }

  /**
   * The instant that is meant. One that clocks leave out is taken by the offset before, of one that
   * comes twice the first.
   *
   * @param zone where a local time is of; may be null where it is none
   */
  public Instant instant(ZoneId zone) {
    return value instanceof ZonedDateTime zoned
        ? zoned.toInstant()
        : ((LocalDateTime) value).atZone(zone).toInstant();
  }

  /** The zone whose calendar it is of: the one given, or else its own. */
  ZoneId zone(ZoneId given) {
    return given == null ? ZoneId.from(value) : given;
  }

  /** What clocks show then in a zone. */
  LocalDateTime local(ZoneId zone) {
    return value instanceof ZonedDateTime zoned
        ? zoned.withZoneSameInstant(zone).toLocalDateTime()
        : (LocalDateTime) value;
  }
}
