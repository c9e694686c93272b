package dev.kilter.event;

import java.util.Comparator;

/**
 * An event as it waits for its turn: its entity is the key it is kept under.
 *
 * @param timeMillis event time, in milliseconds since 1970
 * @param values one value per channel of the pipeline file, in its order; NaN where absent
 * @param partition partition of the events topic it came from
 * @param offset its offset there
 * @param index its place among the readings of that record, from 0
 */
public record Reading(long timeMillis, double[] values, int partition, long offset, int index) {
  /** By time, and where times are equal by place in the topic: never by order of arrival. */
  public static final Comparator<Reading> IN_ORDER =
      Comparator.comparingLong(Reading::timeMillis)
          .thenComparingInt(Reading::partition)
          .thenComparingLong(Reading::offset)
          .thenComparingInt(Reading::index);

  /** What is kept of an event. */
  public static Reading of(Event event) {
    return new Reading(
        event.timeMillis(), event.values(), event.partition(), event.offset(), event.index());
  }

  /** The event that this was. */
  public Event event(String entity) {
    return new Event(entity, timeMillis, values, partition, offset, index);
  }

  /**
   * The same where the pipeline file has other channels now, or has them in another order.
   *
   * @param from where each of the channels now stands among these; -1 where it is new
   */
  public Reading rearranged(int[] from) {
    double[] now = new double[from.length];
    for (int channel = 0; channel < from.length; channel++) {
      now[channel] = from[channel] < 0 ? Double.NaN : values[from[channel]];
    }
    return new Reading(timeMillis, now, partition, offset, index);
  }
}
