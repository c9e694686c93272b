package dev.kilter.sequence;

import java.io.Serializable;

/**
 * The channels a model looks at, in the order of its feature axis, and how each is aligned.
 *
 * @param names their names
 * @param positions where each stands in the pipeline file's list
 * @param aggregates what becomes of several values in one cell of the grid
 * @param fills what stands in for a missing value
 * @param constants what a constant fill is
 * @param maximumAgeMillis how long a value may stand in for a missing one
 */
public record ChannelSelection(
    String[] names,
    int[] positions,
    Aggregate[] aggregates,
    Fill[] fills,
    float[] constants,
    long[] maximumAgeMillis)
    implements Serializable {

  /** How many there are. */
  public int count() {
    return names.length;
  }
}
