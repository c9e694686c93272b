package dev.kilter.job.decode;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads the one form in which nearly all event times come, such as {@code
 * 2026-03-01T12:00:00.250Z}, without making anything. For all else there are the JDK's formatters,
 * which take twenty times as long.
 */
final class IsoInstant {
  /** The text is of another form; it may be a time all the same. */
  static final long NOT_ONE = Long.MIN_VALUE;

  private static final int SHORTEST = "2026-03-01T12:00:00Z".length();
  private static final int LONGEST = SHORTEST + 10;
  private static final int FRACTION = SHORTEST - 1;
  private static final String FORM = "0000-00-00T00:00:00";
  private static final long MILLIS_PER_DAY = 86_400_000;

  private IsoInstant() {}

  /** Milliseconds since 1970, what is left of one cut off; or {@link #NOT_ONE}. */
  static long millis(char[] text, int from, int length) {
    if (length < SHORTEST || length > LONGEST || text[from + length - 1] != 'Z') {
      return NOT_ONE;
    }
    int fraction = fractionMillis(text, from + FRACTION, length - SHORTEST);
    if (fraction < 0 || !hasForm(text, from)) {
      return NOT_ONE;
    }
    long day = epochDay(text, from);
    int second = secondOfDay(text, from);
    return day == NOT_ONE || second < 0
        ? NOT_ONE
        : day * MILLIS_PER_DAY + second * 1000L + fraction;
  }

  private static int secondOfDay(char[] text, int from) {
    int hour = number(text, from + 11, 2);
    int minute = number(text, from + 14, 2);
    int second = number(text, from + 17, 2);
    return hour > 23 || minute > 59 || second > 59 ? -1 : (hour * 60 + minute) * 60 + second;
  }

  private static long epochDay(char[] text, int from) {
    try {
      int year = number(text, from, 4);
      return LocalDate.of(year, number(text, from + 5, 2), number(text, from + 8, 2)).toEpochDay();
    } catch (DateTimeException e) {
      return NOT_ONE;
    }
  }

  private static boolean hasForm(char[] text, int from) {
    for (int i = 0; i < FORM.length(); i++) {
      char form = FORM.charAt(i);
      if (form == '0' ? !isDigit(text[from + i]) : text[from + i] != form) {
        return false;
      }
    }
    return true;
  }

  /** The first three digits behind the point; -1 if there is something else. */
  private static int fractionMillis(char[] text, int from, int length) {
    if (length == 0) {
      return 0;
    }
    if (length == 1 || text[from] != '.') {
      return -1;
    }
    int millis = 0;
    for (int digit = 1; digit < length; digit++) {
      if (!isDigit(text[from + digit])) {
        return -1;
      }
      millis = digit <= 3 ? millis * 10 + text[from + digit] - '0' : millis;
    }
    for (int missing = length; missing <= 3; missing++) {
      millis *= 10;
    }
    return millis;
  }

  private static int number(char[] text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      number = number * 10 + text[i] - '0';
    }
    return number;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
