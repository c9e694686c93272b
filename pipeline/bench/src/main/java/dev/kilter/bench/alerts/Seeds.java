package dev.kilter.bench.alerts;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The seeds from one to another.
 *
 * @param first the first
 * @param last the last, no smaller
 */
record Seeds(long first, long last) {

  /** Each of them. */
  List<Long> all() {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  /** Reads seeds as they are written: 7, or 1-10. */
  static final class Converter implements ITypeConverter<Seeds> {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    @Override
    public Seeds convert(String text) {
      Matcher range = RANGE.matcher(text);
      if (!range.matches()) {
        throw new TypeConversionException("'" + text + "' is no seed such as 7, nor seeds as 1-10");
      }
      long first = Long.parseLong(range.group(1));
      long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
      if (last < first) {
        throw new TypeConversionException("'" + text + "' ends before it begins");
      }
      return new Seeds(first, last);
    }
  }
}
