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

  private final String name;
  private final TimeFormat texts;
  private final TimeFormat.Epoch numbers;
  private final ZoneId zone;
  private final boolean textMayBeNumber;
  private final boolean numberMayHavePoint;

  /**
   * Times in this notation.
   *
   * @param numbersAreTexts whether all comes as text, as in CSV
   */
  EventTimes(TimeNotation notation, boolean numbersAreTexts) {
    this.name = notation.format();
    this.texts = name == null ? new TimeFormat.Iso() : TimeFormat.parse(name);
    this.numbers = name == null ? MILLIS : texts instanceof TimeFormat.Epoch epoch ? epoch : null;
    this.zone = notation.zone();
    this.textMayBeNumber = name == null ? numbersAreTexts : numbers != null;
    this.numberMayHavePoint = name != null;
  }

  /** A time that came as a whole number. */
  long millis(long number) throws Rejection {
    if (numbers == null) {
      throw unreadable(String.valueOf(number));
    }
    try {
      return numbers.millis(number);
    } catch (ArithmeticException e) {
      throw unreadable(String.valueOf(number));
    }
  }

  /** A time that came as a number with a point. */
  long millis(double number) throws Rejection {
    if (numbers == null || !numberMayHavePoint || !Double.isFinite(number)) {
      throw unreadable(String.valueOf(number));
    }
    return numbers.millis(number);
  }

  /** A time that came as a text. */
  long millis(char[] text, int from, int length) throws Rejection {
    if (texts instanceof TimeFormat.Iso) {
      long millis = IsoInstant.millis(text, from, length);
      if (millis != IsoInstant.NOT_ONE) {
        return millis;
      }
    }
    return millis(new String(text, from, length));
  }

  /** A time that came as a text. */
  long millis(String text) throws Rejection {
    if (textMayBeNumber && NUMBER.matcher(text).matches()) {
      return text.contains(".") ? millis(Double.parseDouble(text)) : millis(Long.parseLong(text));
    }
    if (texts instanceof TimeFormat.Epoch) {
      throw unreadable(text);
    }
    try {
      return millis(texts.read(text), text);
    } catch (DateTimeException | ArithmeticException e) {
      throw unreadable(text);
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

  private Rejection unreadable(String text) {
    String right =
        name == null
            ? " is neither ISO 8601 with a zone nor a whole number of milliseconds since 1970"
            : " is not written as " + name;
    return new Rejection(NO_TIME, "the time " + Shown.of(text) + right);
  }
}
