package dev.kilter.job.decode;

import static dev.kilter.event.DeadLetterReason.NO_TIME;

import dev.kilter.job.config.TimeFormat;
import dev.kilter.job.config.TimeNotation;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/** Reads the times of events as the pipeline file says they are written. */
final class EventTimes {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{0,9})?");
  private static final TimeFormat.Epoch MILLIS =
      (TimeFormat.Epoch) TimeFormat.parse("epoch-millis");

  private final TimeFormat format;
  private final ZoneId zone;
  private final boolean textMayBeNumber;

  /**
   * Times in this notation.
   *
   * @param numbersAreTexts whether all comes as text, as in CSV
   */
  EventTimes(TimeNotation notation, boolean numbersAreTexts) {
    this.format = notation.format() == null ? null : TimeFormat.parse(notation.format());
    this.zone = notation.zone();
    this.textMayBeNumber = format == null ? numbersAreTexts : format instanceof TimeFormat.Epoch;
  }

  /** A time that came as a whole number. */
  long millis(long number) throws Rejection {
    try {
      return epoch(number).millis(number);
    } catch (ArithmeticException e) {
      throw unreadable(String.valueOf(number));
    }
  }

  /** A time that came as a number with a point. */
  long millis(double number) throws Rejection {
    if (format == null || !Double.isFinite(number)) {
      throw unreadable(String.valueOf(number));
    }
    return epoch(number).millis(number);
  }

  /** A time that came as a text. */
  long millis(char[] text, int from, int length) throws Rejection {
    if (format == null || format instanceof TimeFormat.Iso) {
      long millis = IsoInstant.millis(text, from, length);
      if (millis != IsoInstant.NOT_ONE) {
        return millis;
      }
    }
    return millis(new String(text, from, length));
  }

  /** A time that came as a text. */
  long millis(String text) throws Rejection {
    try {
      if (textMayBeNumber && NUMBER.matcher(text).matches()) {
        return text.contains(".") ? millis(Double.parseDouble(text)) : millis(Long.parseLong(text));
      }
      TimeFormat written = format == null ? new TimeFormat.Iso() : format;
      return written instanceof TimeFormat.Epoch ? refuse(text) : millis(written.read(text), text);
    } catch (DateTimeException | ArithmeticException e) {
      return refuse(text);
    }
  }

  private long millis(TemporalAccessor time, String text) throws Rejection {
    if (time instanceof ZonedDateTime zoned) {
      return zoned.toInstant().toEpochMilli();
    }
    if (zone == null) {
      throw new Rejection(
          NO_TIME,
          "the time " + Shown.of(text) + " names no zone, and fields.time-zone is not given");
    }
    return ((LocalDateTime) time).atZone(zone).toInstant().toEpochMilli();
  }

  private TimeFormat.Epoch epoch(Object number) throws Rejection {
    if (format == null) {
      return MILLIS;
    }
    if (format instanceof TimeFormat.Epoch epoch) {
      return epoch;
    }
    throw unreadable(String.valueOf(number));
  }

  private long refuse(String text) throws Rejection {
    throw unreadable(text);
  }

  private Rejection unreadable(String text) {
    String right =
        format == null
            ? " is neither ISO 8601 with a zone nor a whole number of milliseconds since 1970"
            : " is not written as " + format.name();
    return new Rejection(NO_TIME, "the time " + Shown.of(text) + right);
  }
}
