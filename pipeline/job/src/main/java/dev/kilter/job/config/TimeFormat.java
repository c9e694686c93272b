package dev.kilter.job.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** How a time is written, in events and in files. */
public sealed interface TimeFormat {
  /** How long the date is in front of the time of day in ISO 8601. */
  int DATE_LENGTH = 10;

  /** ISO 8601; a blank may stand for the T, and the offset may be missing. */
  record Iso() implements TimeFormat {
    @Override
    public String name() {
      return "ISO";
    }

    @Override
    public TemporalAccessor read(String text) {
      return DateTimeFormatter.ISO_DATE_TIME.parseBest(
          withLetter(text), ZonedDateTime::from, LocalDateTime::from);
    }
  }

  private static String withLetter(String text) {
    return text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
        ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
        : text;
  }

  /** A number of units since 1970. */
  record Epoch(String name, long unitsPerSecond) implements TimeFormat {
    private static final long MILLIS_PER_SECOND = 1000;

    @Override
    public TemporalAccessor read(String text) {
      return Instant.ofEpochMilli(millis(Double.parseDouble(text)));
    }

    /** Milliseconds since 1970; a part of one counts from its middle on as a whole. */
    public long millis(double units) {
      return Math.round(units * ((double) MILLIS_PER_SECOND / unitsPerSecond));
    }

    /**
     * Milliseconds since 1970; what is left of one does not count.
     *
     * @throws ArithmeticException if there are more of them than a long holds
     */
    public long millis(long units) {
      return unitsPerSecond <= MILLIS_PER_SECOND
          ? Math.multiplyExact(units, MILLIS_PER_SECOND / unitsPerSecond)
          : Math.floorDiv(units, unitsPerSecond / MILLIS_PER_SECOND);
    }
  }

  /** Text in a pattern, as {@link DateTimeFormatter} knows them. */
  record Pattern(String name, DateTimeFormatter formatter, boolean needsZone)
      implements TimeFormat {
    @Override
    public TemporalAccessor read(String text) {
      return formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
    }
  }

  /** What the user calls it. */
  String name();

  /**
   * An Instant, a ZonedDateTime or, without a zone, a LocalDateTime.
   *
   * @throws DateTimeParseException or NumberFormatException if the text is written otherwise
   */
  TemporalAccessor read(String text);

  /** Whether no time in this format says its zone. */
  default boolean needsZone() {
    return false;
  }

  /**
   * Reads what the user calls it.
   *
   * @throws IllegalArgumentException whose message completes "it must be …"
   */
  static TimeFormat parse(String text) {
    return switch (text) {
      case "ISO" -> new Iso();
      case "epoch-seconds" -> new Epoch(text, 1);
      case "epoch-millis" -> new Epoch(text, 1_000);
      case "epoch-micros" -> new Epoch(text, 1_000_000);
      case "epoch-nanos" -> new Epoch(text, 1_000_000_000);
      default -> pattern(text);
    };
  }

  private static TimeFormat pattern(String text) {
    try {
      DateTimeFormatter formatter =
          DateTimeFormatter.ofPattern(text.replace('y', 'u'), Locale.ROOT)
              .withResolverStyle(ResolverStyle.STRICT);
      String letters = text.replaceAll("'[^']*'", "");
      boolean hasZone = letters.chars().anyMatch(letter -> "XxZzVO".indexOf(letter) >= 0);
      Pattern pattern = new Pattern(text, formatter, !hasZone);
      pattern.read(formatter.format(ZonedDateTime.of(2026, 11, 30, 13, 45, 59, 0, ZoneOffset.UTC)));
      return pattern;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "ISO, epoch-seconds, epoch-millis, epoch-micros, epoch-nanos or a pattern of a whole time,"
              + " such as yyyy-MM-dd HH:mm:ss",
          e);
    }
  }
}
