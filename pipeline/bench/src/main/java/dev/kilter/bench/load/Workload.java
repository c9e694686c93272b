package dev.kilter.bench.load;

import dev.kilter.event.Event;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The events that every peer is fed: machines in turn, each a row further than the last time.
 *
 * @param machines how many machines
 */
public record Workload(int machines) implements Serializable {
  /** How many values a row has. */
  public static final int CHANNELS = 8;

  private static final long PERIOD_MILLIS = 10_000;
  private static final long BEGIN_MILLIS = 1_767_225_600_000L;
  private static final double[] USUAL = {1450, 60, 6, 30, 70, 50, 2, 400};
  private static final double SPREAD = 0.02;
  private static final int ROWS = 4_093;
  private static final MathContext DIGITS = new MathContext(5);
  private static final double[][] VALUES = values();

  private static double[][] values() {
    Random random = new Random(7);
    return IntStream.range(0, ROWS)
        .mapToObj(
            row ->
                IntStream.range(0, CHANNELS)
                    .mapToDouble(c -> written(USUAL[c] * (1 + SPREAD * random.nextGaussian())))
                    .toArray())
        .toArray(double[][]::new);
  }

  /** As sensors write numbers. */
  private static double written(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }

  /** The event of this number, from 0; the number is its offset. */
  public Event event(long number) {
    return new Event(
        "pump-" + number % machines,
        BEGIN_MILLIS + row(number) * PERIOD_MILLIS,
        VALUES[(int) (number % ROWS)],
        0,
        number,
        0);
  }

  /** How many rows its machine has had before this event. */
  public long row(long number) {
    return number / machines;
  }
}
