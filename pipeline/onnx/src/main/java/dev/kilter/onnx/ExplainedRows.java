package dev.kilter.onnx;

import java.util.Arrays;

/**
 * Rows that a model was shown, and what it expected of them; all arrays are {@code [row][channel]}
 * flattened, oldest row first, in the channels' units.
 *
 * @param observed the values, gaps filled
 * @param measured which of them were measured, not filled
 * @param expected what the model expected
 */
public record ExplainedRows(float[] observed, boolean[] measured, float[] expected) {

  /** These, and those after them. */
  ExplainedRows then(ExplainedRows next) {
    float[] moreObserved = Arrays.copyOf(observed, observed.length + next.observed.length);
    boolean[] moreMeasured = Arrays.copyOf(measured, moreObserved.length);
    float[] moreExpected = Arrays.copyOf(expected, moreObserved.length);
    System.arraycopy(next.observed, 0, moreObserved, observed.length, next.observed.length);
    System.arraycopy(next.measured, 0, moreMeasured, observed.length, next.observed.length);
    System.arraycopy(next.expected, 0, moreExpected, observed.length, next.observed.length);
    return new ExplainedRows(moreObserved, moreMeasured, moreExpected);
  }
}
