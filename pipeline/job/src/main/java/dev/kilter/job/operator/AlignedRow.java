package dev.kilter.job.operator;

import dev.kilter.sequence.Window;

/**
 * One row of an entity as a model sees it.
 *
 * @param entity the entity
 * @param timeMillis event time; on a grid, where its cell begins
 * @param values one value per channel of the model, in its order, filled where none was measured;
 *     NaN where nothing stands in
 * @param measured which of the values were measured
 * @param begins whether it is the first of a sequence that has nothing before it
 */
public record AlignedRow(
    String entity, long timeMillis, float[] values, boolean[] measured, boolean begins) {

  /** The newest row of a window. */
  static AlignedRow newest(String entity, Window window) {
    float[] values = window.newest();
    boolean[] measured = new boolean[values.length];
    for (int channel = 0; channel < values.length; channel++) {
      measured[channel] = window.measured(channel);
    }
    return new AlignedRow(entity, window.newestMillis(), values, measured, window.rowsSeen() == 1);
  }
}
