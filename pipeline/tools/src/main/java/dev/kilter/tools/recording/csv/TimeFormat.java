package dev.kilter.tools.recording.csv;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** How a time is written. */
sealed interface TimeFormat {
  /** ISO 8601; a blank may stand for the T, and the offset may be missing. */
  record Iso() implements TimeFormat {
    @Override
    public String name() {
      return "ISO";
    }

    @Override
    public TemporalAccessor read(String text) {
      return DateTimeFormatter.ISO_DATE_TIME.parseBest(
          text.replaceFirst("^(\\S{10}) ", "$1T"), ZonedDateTime::from, LocalDateTime::from);
    }
  }

  /** A number of units since 1970. */
  record Epoch(String name, long millisPerUnit) implements TimeFormat {
    @Override
    public TemporalAccessor read(String text) {
      double units = Double.parseDouble(text);
      return Instant.ofEpochMilli(Math.round(units * millisPerUnit));
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

  static TimeFormat parse(String text) {
    return switch (text) {
      case "ISO" -> new Iso();
      case "epoch-millis" -> new Epoch(text, 1);
      case "epoch-seconds" -> new Epoch(text, 1000);
      default -> pattern(text);
    };
  }

  private static TimeFormat pattern(String text) {
    try {
      DateTimeFormatter formatter =
          DateTimeFormatter.ofPattern(text.replace("yyyy", "uuuu"), Locale.ROOT)
              .withResolverStyle(ResolverStyle.STRICT);
      String letters = text.replaceAll("'[^']*'", "");
      boolean hasZone = letters.chars().anyMatch(letter -> "XxZzVO".indexOf(letter) >= 0);
      if (!letters.matches("(?s).*[yu].*") || !letters.matches("(?s).*[MLD].*")) {
        throw new IllegalArgumentException("no year or day in it");
      }
      return new Pattern(text, formatter, !hasZone);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "ISO, epoch-millis, epoch-seconds or a pattern such as yyyy-MM-dd HH:mm:ss", e);
    }
  }
}
