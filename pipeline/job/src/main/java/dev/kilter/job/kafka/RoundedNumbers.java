package dev.kilter.job.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as alerts have them: six significant digits, so that processors agree on them. */
public final class RoundedNumbers {
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private RoundedNumbers() {}

  /** The number itself, rounded; NaN where there is none. */
  public static double rounded(double number) {
    return Double.isFinite(number) ? new BigDecimal(number, SIX_DIGITS).doubleValue() : Double.NaN;
  }

  /** The number as JSON; null where there is none. */
  public static JsonNode json(double number) {
    if (!Double.isFinite(number)) {
      return NullNode.getInstance();
    }
    BigDecimal rounded = new BigDecimal(number, SIX_DIGITS).stripTrailingZeros();
    return DecimalNode.valueOf(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
  }
}
