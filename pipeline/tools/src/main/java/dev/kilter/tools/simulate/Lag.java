package dev.kilter.tools.simulate;

import java.time.Duration;

/** A first-order lag, as heat follows power: x' = x + (1 - exp(-period / memory)) (target - x). */
final class Lag {
  private final double approach;
  private double value = Double.NaN;

  Lag(Duration memory, Duration period) {
    this.approach = 1 - StrictMath.exp(-(double) period.toMillis() / memory.toMillis());
  }

  /** One period onwards; the first call starts at the target, as if all had been steady before. */
  double follow(double target) {
    value = Double.isNaN(value) ? target : value + approach * (target - value);
    return value;
  }
}
