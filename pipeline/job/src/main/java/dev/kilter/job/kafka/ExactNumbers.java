package dev.kilter.job.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;

/** Numbers that a network is shown again: with as many digits as tell them from all others. */
final class ExactNumbers {
  private ExactNumbers() {}

  /** The number as JSON; null where there is none. */
  static JsonNode json(float number) {
    if (!Float.isFinite(number)) {
      return NullNode.getInstance();
    }
    BigDecimal exact = new BigDecimal(Float.toString(number)).stripTrailingZeros();
    return DecimalNode.valueOf(exact.scale() < 0 ? exact.setScale(0) : exact);
  }
}
