package dev.kilter.sequence;

/** Which of several values of one channel of one entity at one instant wins, by their place. */
public enum Duplicates {
  /** The one that lies first in the topic. */
  FIRST,
  /** The one that lies last in the topic. */
  LAST
}
