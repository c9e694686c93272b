package dev.kilter.sequence;

/** What becomes of several values of a channel within one cell of the grid. */
public enum Aggregate {
  /** The newest. */
  LAST,
  /** Their mean. */
  MEAN,
  /** The least. */
  MIN,
  /** The greatest. */
  MAX,
  /** Their sum. */
  SUM
}
