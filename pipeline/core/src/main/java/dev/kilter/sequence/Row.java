package dev.kilter.sequence;

import dev.kilter.event.Event;
import java.util.List;

/**
 * The values of one entity at one instant.
 *
 * @param timeMillis event time, in milliseconds since 1970
 * @param values one value per channel; NaN where absent
 * @param origin where the events it was made of lie in the events topic
 */
public record Row(long timeMillis, float[] values, List<OffsetRange> origin) {

  /** The row that a single event makes. */
  public static Row of(Event event) {
    float[] values = new float[event.values().length];
    for (int channel = 0; channel < values.length; channel++) {
      values[channel] = (float) event.values()[channel];
    }
    return new Row(
        event.timeMillis(), values, List.of(OffsetRange.of(event.partition(), event.offset())));
  }

  /** This row with the other one's values where it has none itself: the first to come wins. */
  public Row mergedWith(Row later) {
    float[] merged = values.clone();
    for (int channel = 0; channel < merged.length; channel++) {
      if (Float.isNaN(merged[channel])) {
        merged[channel] = later.values[channel];
      }
    }
    return new Row(timeMillis, merged, OffsetRange.merge(origin, later.origin));
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
