package dev.kilter.tools.demo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;

/** Numbers and lengths of time as a person reads them. */
final class HumanNumbers {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private HumanNumbers() {}

  /** With three digits, or as many as the whole part has. */
  static String measured(double value) {
    if (Math.abs(value) >= 100) {
      return Long.toString(Math.round(value));
    }
    BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
    int places = Math.min(2, Math.max(0, rounded.scale()));
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }

  /** Such as 45 s, 6 min 10 s, 2 h 5 min, 1 d 21 h. */
  static String length(Duration length) {
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

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String rest(long number, String unit) {
    return number == 0 ? "" : " " + number + " " + unit;
  }
}
