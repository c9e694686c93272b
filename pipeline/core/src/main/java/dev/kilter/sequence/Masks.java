package dev.kilter.sequence;

import java.util.Arrays;

/**
 * Which values of sequences were measured: one mask for all that have no gap, as most have none.
 */
final class Masks {
  private final boolean[] allMeasured;

  /** Masks of sequences of so many values, where they are whole. */
  Masks(int values) {
    this.allMeasured = new boolean[values];
    Arrays.fill(allMeasured, true);
  }

  /** The mask of a window with so many values; nobody may change it. */
  boolean[] of(Window window, int values) {
    boolean whole = values == allMeasured.length && window.isMeasured();
    return whole ? allMeasured : window.mask();
  }
}
