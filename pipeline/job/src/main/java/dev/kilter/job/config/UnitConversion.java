package dev.kilter.job.config;

import javax.measure.IncommensurableException;
import javax.measure.MeasurementException;
import javax.measure.Unit;
import javax.measure.UnitConverter;
import systems.uom.ucum.format.UCUMFormat;

/**
 * From one unit to another: multiplied, then added. Units are told by their UCUM codes, as in
 * {@code Cel}, {@code [degF]}, {@code kPa}, {@code m3/h}.
 *
 * @param scale what a value is multiplied by
 * @param offset what is added then
 */
record UnitConversion(double scale, double offset) {

  /** All that UCUM knows; its parser ends in an Error at others. */
  private static final String UCUM_CHARACTERS = "[!-~]+";

  private static final double PROBE = 100;
  private static final double TOLERANCE = 1e-9;

  /**
   * The conversion.
   *
   * @param counter whether what comes in is counted, so that the channel is its rate in a second
   * @throws IllegalArgumentException whose message completes "it must be …"
   */
  static UnitConversion between(String from, String to, boolean counter) {
    if (to.isEmpty()) {
      throw new IllegalArgumentException("given beside unit, which says what it becomes");
    }
    Unit<?> incoming = unit(counter ? "(" + from + ")/s" : from, "from-unit \"" + from + "\"");
    Unit<?> own = unit(to, "unit \"" + to + "\"");
    try {
      return of(incoming.getConverterToAny(own));
    } catch (IncommensurableException e) {
      throw new IllegalArgumentException(
          "a unit that can be converted to " + to + (counter ? " when divided by s" : ""), e);
    }
  }

  private static UnitConversion of(UnitConverter converter) {
    double offset = converter.convert(0.0);
    double scale = (converter.convert(PROBE) - offset) / PROBE;
    double midway = converter.convert(PROBE / 2) - offset - scale * PROBE / 2;
    if (!(Math.abs(midway) <= TOLERANCE * Math.abs(scale * PROBE))) {
      throw new IllegalArgumentException("a unit that is converted by multiplying and adding");
    }
    return new UnitConversion(scale, offset);
  }

  private static Unit<?> unit(String code, String shown) {
    if (!code.matches(UCUM_CHARACTERS)) {
      throw noUnit(shown, null);
    }
    try {
      return UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE).parse(code);
    } catch (MeasurementException e) {
      throw noUnit(shown, e);
    }
  }

  private static IllegalArgumentException noUnit(String shown, Exception cause) {
    return new IllegalArgumentException(
        "a UCUM code such as [degF], kPa or L/min; " + shown + " is none", cause);
  }
}
