package dev.kilter.tools.simulate;

import java.time.Duration;
import java.util.Random;

/**
 * A quantity that wanders about zero and forgets where it was: an Ornstein-Uhlenbeck process,
 * stepped exactly.
 *
 * <p>x' = a x + d sqrt(1 - a^2) g with a = exp(-period / memory), g standard normal; its standard
 * deviation stays d.
 */
final class SlowVariation {
  private final Random random;
  private final double keep;
  private final double kick;
  private double value;

  SlowVariation(double deviation, Duration memory, Duration period, Random random) {
    this.random = random;
    this.keep = StrictMath.exp(-(double) period.toMillis() / memory.toMillis());
    this.kick = deviation * StrictMath.sqrt(1 - keep * keep);
    this.value = deviation * random.nextGaussian();
  }

  double next() {
    value = keep * value + kick * random.nextGaussian();
    return value;
  }
}
