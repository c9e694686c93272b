package dev.kilter.tools.tail;

import dev.kilter.tools.record.TopicBound;
import dev.kilter.tools.simulate.LengthConverter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads where to begin: earliest, latest, a time, or how long ago. */
final class StartConverter implements ITypeConverter<TopicBound> {
  private static final String AGO = "-ago";

  private final InstantSource clock;

  /** Reckons from now. */
  StartConverter() {
    this(InstantSource.system());
  }

  /** Reckons from the time of a clock. */
  StartConverter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public TopicBound convert(String text) {
    if (text.endsWith(AGO)) {
      String length = text.substring(0, text.length() - AGO.length());
      return new TopicBound.AtTime(clock.instant().minus(new LengthConverter().convert(length)));
    }
    return switch (text) {
      case "earliest" -> new TopicBound.Earliest();
      case "latest" -> new TopicBound.Latest();
      default -> new TopicBound.AtTime(time(text));
    };
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'"
              + text
              + "' is neither earliest or latest nor a time such as 2026-03-01T00:00:00Z or"
              + " 10m-ago");
    }
  }
}
