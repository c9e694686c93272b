package dev.kilter.sequence;

import java.io.Serializable;

/**
 * When a duty cycle begins and stops: the sequence is all of it.
 *
 * @param gapMillis it is over after so long without an event; 0 where a channel decides
 * @param channel the place among the model's channels of the one that decides; -1 where the gap
 *     does
 * @param above it lasts as long as that channel is above this value
 */
public record SessionRule(long gapMillis, int channel, float above) implements Serializable {

  /** Whether the pause between events decides. */
  public boolean byGap() {
    return channel < 0;
  }
}
