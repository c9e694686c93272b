package dev.kilter.sequence;

import java.util.List;

/**
 * The values of one entity at one instant, or in one cell of the grid.
 *
 * @param timeMillis event time, in milliseconds since 1970; of a cell, its begin
 * @param values one value per channel; NaN where there is none that can be trusted
 * @param unhealthy which channels are not to be trusted at present
 * @param origin where the events it was made of lie in the events topic; empty for an empty cell
 */
public record Row(long timeMillis, float[] values, boolean[] unhealthy, List<OffsetRange> origin) {

  /** The same row seen by a model: only these channels, in this order. */
  public Row select(int[] channels) {
    if (isAll(channels)) {
      return this;
    }
    float[] selected = new float[channels.length];
    boolean[] ill = new boolean[channels.length];
    for (int i = 0; i < channels.length; i++) {
      selected[i] = values[channels[i]];
      ill[i] = unhealthy[channels[i]];
    }
    return new Row(timeMillis, selected, ill, origin);
  }

  private boolean isAll(int[] channels) {
    boolean all = channels.length == values.length;
    for (int i = 0; all && i < channels.length; i++) {
      all = channels[i] == i;
    }
    return all;
  }
}
