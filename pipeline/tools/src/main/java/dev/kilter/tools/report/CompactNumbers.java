package dev.kilter.tools.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers with few digits: five that count, or more where the series moves little around a large
 * value, so that its shape stays.
 */
final class CompactNumbers {
  private static final int DIGITS = 5;
  private static final int DIGITS_OF_SPAN = 4;
  private static final MathContext FIVE = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

  private final int decimalsOfSpan;

  /** For numbers of a series from its lowest to its highest. */
  CompactNumbers(double lowest, double highest) {
    double span = highest - lowest;
    this.decimalsOfSpan =
        span > 0 ? DIGITS_OF_SPAN - 1 - (int) Math.floor(Math.log10(span)) : Integer.MIN_VALUE;
  }

  /** The number as JSON; null where there is none. */
  String json(float number) {
    if (!Float.isFinite(number)) {
      return "null";
    }
    if (number == 0) {
      return "0";
    }
    BigDecimal exact = new BigDecimal(number);
    BigDecimal rounded = exact.round(FIVE);
    if (rounded.scale() < decimalsOfSpan) {
      rounded = exact.setScale(decimalsOfSpan, RoundingMode.HALF_EVEN);
    }
    BigDecimal bare = rounded.stripTrailingZeros();
    return Math.abs(bare.scale()) <= 2 * DIGITS ? bare.toPlainString() : bare.toString();
  }
}
