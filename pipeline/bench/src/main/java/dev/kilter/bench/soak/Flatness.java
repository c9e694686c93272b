package dev.kilter.bench.soak;

import dev.kilter.bench.report.Spread;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How a kind of memory went, once warm.
 *
 * @param bytes the middle and the ends of what was measured
 * @param deviation how far the farthest is from the middle, as a share of that
 * @param growth the last as a share of the first, less one
 */
record Flatness(Spread bytes, double deviation, double growth) {
  /** So far from the middle is flat. */
  static final double FLAT = 0.05;

  static Flatness of(List<Double> bytes) {
    Spread spread = Spread.of(bytes);
    double deviation =
        DoubleStream.of(spread.least(), spread.most())
            .map(end -> Math.abs(end / spread.median() - 1))
            .max()
            .orElseThrow();
    return new Flatness(spread, deviation, bytes.get(bytes.size() - 1) / bytes.get(0) - 1);
  }

  /** Whether it did not grow to speak of. */
  boolean flat() {
    return deviation <= FLAT;
  }
}
