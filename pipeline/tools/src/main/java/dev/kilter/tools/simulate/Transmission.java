package dev.kilter.tools.simulate;

import java.util.List;

/** The way from a sensor to the topic. */
public interface Transmission {

  /** Takes the next reading; gives what arrives now, in the order of its arrival. */
  List<Delivery> take(Reading reading);

  /** What is still on its way when nothing more is read. */
  List<Delivery> rest();

  /** Every reading arrives at once, whole, and once. */
  static Transmission clean() {
    return new Transmission() {
      @Override
      public List<Delivery> take(Reading reading) {
        return List.of(
            new Delivery(reading.entity(), reading.timeMillis(), ReadingJson.encode(reading)));
      }

      @Override
      public List<Delivery> rest() {
        return List.of();
      }
    };
  }
}
