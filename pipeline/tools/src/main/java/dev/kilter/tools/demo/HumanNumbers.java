package dev.kilter.tools.demo;

import java.time.Duration;
import java.util.Locale;

/** Numbers and lengths of time as a person reads them. */
public final class HumanNumbers {
  private static final double SMALLEST_PLAIN = 1e-4;

  private HumanNumbers() {}

  /** With three digits, or as many as the whole part has. */
  public static String measured(double value) {
    double size = Math.abs(value);
    int wholeDigits = size < 10 ? 1 : size < 100 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + (3 - wholeDigits) + "f", value);
  }

  /** With three digits that count, however small the number is. */
  public static String significant(double value) {
    double size = Math.abs(value);
    if (!(size > 0 && size < 1)) {
      return measured(value);
    }
    if (size < SMALLEST_PLAIN) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    int decimals = 2 - (int) Math.floor(Math.log10(size));
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** Such as 45 s, 6 min 10 s, 2 h 5 min, 1 d 21 h. */
  public static String length(Duration length) {
    if (length.toMinutes() == 0) {
      return length.toSeconds() + " s";
    }
    if (length.toHours() == 0) {
      return length.toMinutes() + " min" + rest(length.toSecondsPart(), "s");
    }
    if (length.toDays() == 0) {
      return length.toHours() + " h" + rest(length.toMinutesPart(), "min");
    }
    return length.toDays() + " d" + rest(length.toHoursPart(), "h");
  }

  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String rest(long number, String unit) {
    return number == 0 ? "" : " " + number + " " + unit;
  }
}
