package dev.kilter.sequence;

import java.io.Serializable;

/**
 * The channels a model looks at, in the order of its feature axis.
 *
 * @param names their names
 * @param positions where each stands in the pipeline file's list
 * @param maximumAgeMillis how long the last value of each stands in for a missing one
 */
public record ChannelSelection(String[] names, int[] positions, long[] maximumAgeMillis)
    implements Serializable {

  /** How many there are. */
  public int count() {
    return names.length;
  }
}
