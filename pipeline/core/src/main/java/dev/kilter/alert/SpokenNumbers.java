package dev.kilter.alert;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/** Numbers as people say them: short, and the same in every country. */
final class SpokenNumbers {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  /** More than this is written with an exponent. */
  private static final int LONGEST = 12;

  private SpokenNumbers() {}

  /** Three digits of a number, such as {@code 4.81}, {@code 1230}, {@code 0.00123}. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros();
    String plain = rounded.toPlainString();
    return plain.length() > LONGEST ? rounded.toString() : plain;
  }

  /** A duration by its largest two units, such as {@code 2 h 5 min}. */
  static String duration(long millis) {
    Duration span = Duration.ofMillis(Math.max(0, millis));
    if (span.toDays() > 0) {
      return twoUnits(span.toDays(), "d", span.toHoursPart(), "h");
    }
    if (span.toHours() > 0) {
      return twoUnits(span.toHours(), "h", span.toMinutesPart(), "min");
    }
    if (span.toMinutes() > 0) {
      return twoUnits(span.toMinutes(), "min", span.toSecondsPart(), "s");
    }
    return span.toSeconds() > 0 ? span.toSeconds() + " s" : span.toMillis() + " ms";
  }

  private static String twoUnits(long large, String unit, int small, String smallUnit) {
    return small == 0 ? large + " " + unit : large + " " + unit + " " + small + " " + smallUnit;
  }
}
