package dev.kilter.sequence;

import dev.kilter.event.Event;
import java.util.Comparator;
import java.util.List;

/**
 * The values of one entity at one instant.
 *
 * @param timeMillis event time, in milliseconds since 1970
 * @param values one value per channel; NaN where absent
 * @param origin where the events it was made of lie in the events topic
 */
public record Row(long timeMillis, float[] values, List<OffsetRange> origin) {
  private static final Comparator<Row> BY_ORIGIN =
      Comparator.comparing(
          row -> row.origin.get(0),
          Comparator.comparingInt(OffsetRange::partition).thenComparingLong(OffsetRange::first));

  /** The row that a single event makes. */
  public static Row of(Event event) {
    float[] values = new float[event.values().length];
    for (int channel = 0; channel < values.length; channel++) {
      values[channel] = (float) event.values()[channel];
    }
    return new Row(
        event.timeMillis(), values, List.of(OffsetRange.of(event.partition(), event.offset())));
  }

  /**
   * The row that several events of one instant make. Of two values for one channel the one that
   * lies first in the topic wins, by partition and offset: so the order of arrival does not count.
   *
   * @param rows one or more rows of single events
   */
  public static Row merged(List<Row> rows) {
    return rows.stream().sorted(BY_ORIGIN).reduce(Row::filledFrom).orElseThrow();
  }

  private Row filledFrom(Row other) {
    float[] merged = values.clone();
    for (int channel = 0; channel < merged.length; channel++) {
      if (Float.isNaN(merged[channel])) {
        merged[channel] = other.values[channel];
      }
    }
    return new Row(timeMillis, merged, OffsetRange.merge(origin, other.origin));
  }

  /** The same row seen by a model: only these channels, in this order. */
  public Row select(int[] channels) {
    float[] selected = new float[channels.length];
    for (int i = 0; i < channels.length; i++) {
      selected[i] = values[channels[i]];
    }
    return new Row(timeMillis, selected, origin);
  }
}
