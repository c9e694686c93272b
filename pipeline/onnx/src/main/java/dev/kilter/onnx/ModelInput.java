package dev.kilter.onnx;

import java.util.Arrays;

/**
 * What a network looks at.
 *
 * @param values {@code [time][channel]} flattened, oldest row first, in the channels' units
 * @param mask which of the values were measured
 * @param state what the network gave as state with the row before, of one that carries it; empty
 *     where a history begins
 */
public record ModelInput(float[] values, boolean[] mask, float[] state) {
  static final float[] NO_STATE = {};

  /** A sequence that nothing is carried into. */
  public ModelInput(float[] values, boolean[] mask) {
    this(values, mask, NO_STATE);
  }

  /** A sequence of which every value was measured. */
  static ModelInput measured(float... values) {
    boolean[] mask = new boolean[values.length];
    Arrays.fill(mask, true);
    return new ModelInput(values, mask);
  }

  /** A sequence of the same length with other values. */
  ModelInput stranger() {
    float[] others = new float[values.length];
    for (int at = 0; at < values.length; at++) {
      others[at] = 2 * values[at] + 1;
    }
    return new ModelInput(others, mask, state);
  }
}
