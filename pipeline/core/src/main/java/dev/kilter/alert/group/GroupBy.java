package dev.kilter.alert.group;

import java.io.Serializable;

/**
 * What incidents must share to be of one group.
 *
 * @param detector whether they are of one detector
 * @param channel whether one channel leads them
 * @param entity a regular expression that names of entities match as a whole; what its first
 *     capture group holds is shared. Null: names do not matter
 */
public record GroupBy(boolean detector, boolean channel, String entity) implements Serializable {

  /** Detector and channel, whatever the entities are called. */
  public static GroupBy standard() {
    return new GroupBy(true, true, null);
  }
}
