package dev.kilter.job;

import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A recording of pumps that are in trouble now and then, for the pipelines of two channels. */
final class TroubledPumps {
  static final int COUNT = 12;
  private static final int SECONDS = 300;
  private static final int LATENESS_MILLIS = 3_000;

  private TroubledPumps() {}

  /** Twelve pumps, each well most of the time and in trouble some of it, with gaps. */
  static List<Decoded> recording() {
    Random random = new Random(42);
    List<Decoded> events = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      for (int pump = 0; pump < COUNT; pump++) {
        boolean trouble = (second + 7 * pump) % 40 < 6;
        double vibration = random.nextInt(10) == 0 ? Double.NaN : Math.abs(random.nextGaussian());
        double temperature = (trouble ? 9 : 0) + random.nextGaussian();
        events.add(
            new Event(
                "pump-" + pump,
                second * 1_000L + pump,
                new double[] {temperature, vibration},
                pump % 3,
                events.size(),
                0));
      }
    }
    return events;
  }

  /** The same in another order of arrival, within the lateness of the test pipelines. */
  static List<Decoded> shuffled(List<Decoded> inOrder, Random random) {
    record Arrival(double atMillis, Decoded event) {}
    return inOrder.stream()
        .map(e -> new Arrival(((Event) e).timeMillis() + random.nextInt(LATENESS_MILLIS), e))
        .sorted(Comparator.comparingDouble(Arrival::atMillis))
        .map(Arrival::event)
        .toList();
  }
}
