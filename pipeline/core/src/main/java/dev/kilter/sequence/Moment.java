package dev.kilter.sequence;

import dev.kilter.event.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * All readings of one entity at one instant, as one.
 *
 * @param timeMillis event time, in milliseconds since 1970
 * @param values one value per channel of the pipeline file; NaN where absent
 * @param origin where the readings lie in the events topic
 * @param duplicates how many values were there more than once and lost
 */
public record Moment(long timeMillis, double[] values, List<OffsetRange> origin, int duplicates) {

  /**
   * Readings put in order, those of one instant as one.
   *
   * @param readings in any order
   */
  public static List<Moment> inOrder(Collection<Reading> readings, Duplicates rule) {
    if (readings.isEmpty()) {
      return List.of();
    }
    if (readings.size() == 1) {
      return List.of(of(readings.iterator().next()));
    }
    List<Moment> moments = new ArrayList<>();
    for (Reading reading : readings.stream().sorted(Reading.IN_ORDER).toList()) {
      int newest = moments.size() - 1;
      if (newest >= 0 && moments.get(newest).timeMillis == reading.timeMillis()) {
        moments.set(newest, moments.get(newest).with(reading, rule));
      } else {
        moments.add(of(reading));
      }
    }
    return moments;
  }

  private static Moment of(Reading reading) {
    return new Moment(
        reading.timeMillis(),
        reading.values(),
        List.of(OffsetRange.of(reading.partition(), reading.offset())),
        0);
  }

  private Moment with(Reading later, Duplicates rule) {
    double[] merged = values.clone();
    int lost = duplicates;
    for (int channel = 0; channel < merged.length; channel++) {
      double value = later.values()[channel];
      if (Double.isNaN(value)) {
        continue;
      }
      boolean again = !Double.isNaN(merged[channel]);
      lost += again ? 1 : 0;
      merged[channel] = again && rule == Duplicates.FIRST ? merged[channel] : value;
    }
    List<OffsetRange> one = List.of(OffsetRange.of(later.partition(), later.offset()));
    return new Moment(timeMillis, merged, OffsetRange.merge(origin, one), lost);
  }
}
