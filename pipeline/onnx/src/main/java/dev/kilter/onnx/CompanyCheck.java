package dev.kilter.onnx;

import java.util.List;
import java.util.function.Function;

/**
 * Tells a network whose scores depend on who shares the batch from one that only rounds otherwise:
 * ONNX Runtime sums over time in another order for one sequence than for several, so the last
 * digits differ. One scale or one mean for the whole batch shows from the third digit on.
 *
 * @param company what the network says of every sequence of a batch
 * @param rounding how far it may be off, relative to the largest number
 */
record CompanyCheck(List<ModelOutput> company, double rounding) {
  /** Rounding was measured up to 2.4e-7 of the largest number, dynamic int8 from 4e-3 on. */
  static final double ROUNDING = 1e-5;

  /** Whether what is said of one sequence alone differs by no more than rounding. */
  boolean isSame(ModelOutput alone, ModelOutput together) {
    return isSame(ModelOutput::expected, alone, together)
        && isSame(ModelOutput::errors, alone, together)
        && isSame(ModelOutput::state, alone, together)
        && isSame(ModelOutput::probabilities, alone, together);
  }

  private boolean isSame(
      Function<ModelOutput, float[]> part, ModelOutput alone, ModelOutput together) {
    float[] one = part.apply(alone);
    float[] other = part.apply(together);
    float[] largest = largest(part, one.length);
    for (int at = 0; at < one.length; at++) {
      boolean equal = Float.compare(one[at], other[at]) == 0;
      if (!equal && !(Math.abs(one[at] - other[at]) <= rounding * largest[at])) {
        return false;
      }
    }
    return true;
  }

  /** Of each number by itself, as channels have units of their own. */
  private float[] largest(Function<ModelOutput, float[]> part, int size) {
    float[] largest = new float[size];
    for (ModelOutput output : company) {
      float[] numbers = part.apply(output);
      for (int at = 0; at < size; at++) {
        float number = Math.abs(numbers[at]);
        largest[at] = Float.isFinite(number) ? Math.max(largest[at], number) : largest[at];
      }
    }
    return largest;
  }
}
