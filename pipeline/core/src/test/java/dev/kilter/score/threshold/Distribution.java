package dev.kilter.score.threshold;

import java.util.Random;
import java.util.function.DoubleSupplier;

/** What averaged scores may be like; seeded. Their 0.999 quantile is between 3 and 5. */
enum Distribution {
  NORMAL,
  EXPONENTIAL,
  BIMODAL,
  HEAVY;

  DoubleSupplier scores(long seed) {
    Random random = new Random(seed);
    return switch (this) {
      case NORMAL -> () -> 1 + 0.8 * random.nextGaussian();
      case EXPONENTIAL -> () -> -0.6 * Math.log(1 - random.nextDouble());
      case BIMODAL ->
          () ->
              random.nextInt(10) == 0
                  ? 3 + 0.5 * random.nextGaussian()
                  : 0.5 + 0.2 * random.nextGaussian();
      case HEAVY -> () -> 0.3 * (Math.pow(1 - random.nextDouble(), -0.2) - 1) / 0.2;
    };
  }
}
