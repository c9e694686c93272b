package dev.kilter.sequence;

import java.util.Arrays;
import java.util.List;

/**
 * The cell of the grid that an entity's rows are at present gathered in, one value per channel.
 * Plain data, so Flink can keep it as state.
 */
public final class Cell {
  private long beginMillis;
  private final double[] gathered;
  private final int[] counts;
  private boolean[] unhealthy;
  private List<OffsetRange> origin;

  /** A cell as it was kept; {@code gathered} holds a sum where the mean is wanted. */
  public Cell(
      long beginMillis,
      double[] gathered,
      int[] counts,
      boolean[] unhealthy,
      List<OffsetRange> origin) {
    this.beginMillis = beginMillis;
    this.gathered = gathered;
    this.counts = counts;
    this.unhealthy = unhealthy;
    this.origin = origin;
  }

  /** A cell that nothing has come into yet. */
  static Cell empty(long beginMillis, int channels) {
    return new Cell(
        beginMillis, new double[channels], new int[channels], new boolean[channels], List.of());
  }

  /** The same as a cell that nothing has come into yet: one for each row would be much garbage. */
  Cell anew(long millis) {
    beginMillis = millis;
    Arrays.fill(counts, 0);
    unhealthy = new boolean[counts.length];
    origin = List.of();
    return this;
  }

  /** Takes a row with the channels of the model; rows come in their order. */
  void add(Row row, Aggregate[] aggregates) {
    for (int channel = 0; channel < counts.length; channel++) {
      unhealthy[channel] = row.unhealthy()[channel];
      float value = row.values()[channel];
      if (!Float.isNaN(value)) {
        gathered[channel] =
            counts[channel] == 0 ? value : with(gathered[channel], value, aggregates[channel]);
        counts[channel]++;
      }
    }
    origin = OffsetRange.merge(origin, row.origin());
  }

  private static double with(double before, float value, Aggregate aggregate) {
    return switch (aggregate) {
      case LAST -> value;
      case MEAN, SUM -> before + value;
      case MIN -> Math.min(before, value);
      case MAX -> Math.max(before, value);
    };
  }

  /** The row that the cell comes to; the cell is not to be used any more but anew. */
  Row row(Aggregate[] aggregates) {
    float[] values = new float[counts.length];
    Arrays.fill(values, Float.NaN);
    for (int channel = 0; channel < counts.length; channel++) {
      if (counts[channel] > 0) {
        int divisor = aggregates[channel] == Aggregate.MEAN ? counts[channel] : 1;
        values[channel] = (float) (gathered[channel] / divisor);
      }
    }
    return new Row(beginMillis, values, unhealthy, origin);
  }

  /** Where it begins. */
  public long beginMillis() {
    return beginMillis;
  }

  /** What each channel has come to so far. */
  public double[] gathered() {
    return gathered;
  }

  /** How many values of each channel there were. */
  public int[] counts() {
    return counts;
  }

  /** Which channels were not to be trusted at the newest row in it. */
  public boolean[] unhealthy() {
    return unhealthy;
  }

  /** Where its rows lie in the events topic. */
  public List<OffsetRange> origin() {
    return origin;
  }
}
