package dev.kilter.tools.simulate;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How much faster than the clock simulated time passes.
 *
 * @param multiple infinite for as fast as possible
 */
public record Speed(double multiple) {
  static Speed parse(String text) {
    if (text.equals("max")) {
      return new Speed(Double.POSITIVE_INFINITY);
    }
    if (!text.matches("\\d{1,9}(\\.\\d{1,9})?x") || text.matches("[0.]+x")) {
      throw new TypeConversionException("'" + text + "' is no speed such as 1x, 600x or max");
    }
    return new Speed(Double.parseDouble(text.substring(0, text.length() - 1)));
  }

  boolean isUnlimited() {
    return Double.isInfinite(multiple);
  }

  /** For the command line. */
  public static final class Converter implements ITypeConverter<Speed> {
    @Override
    public Speed convert(String text) {
      return parse(text);
    }
  }
}
