package dev.kilter.tools.simulate;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time as people write it: 2d, 6h, 90m, 10s, 500ms. */
public final class LengthConverter implements ITypeConverter<Duration> {
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  @Override
  public Duration convert(String text) {
    Matcher length = LENGTH.matcher(text);
    if (!length.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no length of time such as 2d, 6h, 90m, 10s or 500ms");
    }
    long number = Long.parseLong(length.group(1));
    return switch (length.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
