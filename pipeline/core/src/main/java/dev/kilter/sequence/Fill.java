package dev.kilter.sequence;

/** What stands in for a value that is missing. */
public enum Fill {
  /** The last value before it. */
  HOLD,
  /**
   * The straight line between the values around it; as long as there is none after it, the last.
   */
  LINEAR,
  /** A constant of the channel's. */
  CONSTANT,
  /** Nothing: the model is told by its mask. */
  NONE
}
