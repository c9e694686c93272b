package dev.kilter.job.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.util.TimeUtils;

/**
 * How single values of a pipeline file are read. Each throws an IllegalArgumentException whose
 * message completes "it must be …".
 */
final class Parsers {
  private static final String DURATION = "a duration such as 500ms, 5s, 10m or 2h";
  private static final String NUMBER = "[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,2})?";
  private static final MathContext SHOWN = new MathContext(6);
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private Parsers() {}

  /** A text that says something. */
  static String notBlank(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("something other than blanks");
    }
    return text;
  }

  /** One text out of a few. */
  static Function<String, String> oneOf(String... allowed) {
    return text -> {
      if (!List.of(allowed).contains(text)) {
        throw new IllegalArgumentException(String.join(" or ", allowed));
      }
      return text;
    };
  }

  /** A whole number between two others, both included. */
  static Function<String, Integer> integer(int least, int most) {
    return text -> {
      long number = text.matches("-?\\d{1,10}") ? Long.parseLong(text) : Long.MIN_VALUE;
      if (number < least || number > most) {
        throw new IllegalArgumentException("a whole number from " + least + " to " + most);
      }
      return (int) number;
    };
  }

  /** A finite number. */
  static double number(String text) {
    if (!text.matches(NUMBER)) {
      throw new IllegalArgumentException("\"" + text + "\" is none");
    }
    return Double.parseDouble(text);
  }

  /** A number between two others, both included. */
  static Function<String, Double> numberFrom(double least, double most) {
    double lowest = Double.parseDouble(shown(least));
    double highest = Double.parseDouble(shown(most));
    return numberThat(
        number -> number >= lowest && number <= highest,
        "a number from " + shown(least) + " to " + shown(most));
  }

  /** A number for which something holds; {@code right} says what. */
  static Function<String, Double> numberThat(DoublePredicate holds, String right) {
    return text -> {
      double number = text.matches(NUMBER) ? Double.parseDouble(text) : Double.NaN;
      if (!holds.test(number)) {
        throw new IllegalArgumentException(right);
      }
      return number;
    };
  }

  /** A number as messages show it, such as {@code 0.5} or {@code 4}. */
  static String shown(double number) {
    return new BigDecimal(number, SHOWN).stripTrailingZeros().toPlainString();
  }

  /** A time zone. */
  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time zone such as UTC, +01:00 or Europe/Berlin", e);
    }
  }

  /** A size in bytes above zero. */
  static long memory(String text) {
    long bytes = text.matches("\\d{1,9} ?[kmgKMG][bB]") ? MemorySize.parseBytes(text) : 0;
    if (bytes == 0) {
      throw new IllegalArgumentException("a size such as 512MB or 2GB");
    }
    return bytes;
  }

  /** A duration above zero. */
  static Duration positiveDuration(String text) {
    Duration duration = duration(text);
    if (duration.isZero()) {
      throw new IllegalArgumentException("longer than nothing");
    }
    return duration;
  }

  /** A duration; zero is allowed, a century is the most: beyond it arithmetic overflows. */
  static Duration duration(String text) {
    Duration duration = parsed(text);
    if (duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("at most " + LONGEST.toDays() + "d");
    }
    return duration;
  }

  private static Duration parsed(String text) {
    if (!text.matches("\\d+ ?[a-z]+")) {
      throw new IllegalArgumentException(DURATION);
    }
    try {
      return TimeUtils.parseDuration(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(DURATION, e);
    }
  }
}
