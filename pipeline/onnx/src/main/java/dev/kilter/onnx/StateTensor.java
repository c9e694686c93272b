package dev.kilter.onnx;

import java.nio.FloatBuffer;

/**
 * One tensor of a carried state, {@code [layer, batch, unit]}, and its place in the flat state of a
 * sequence.
 *
 * @param input the input that takes it
 * @param output the output that gives it for the next row
 * @param layers how many layers it is of
 * @param units how many numbers of each
 * @param from where it begins in the flat state
 */
record StateTensor(String input, String output, int layers, int units, int from) {

  /** How many numbers of one sequence. */
  int size() {
    return layers * units;
  }

  long[] shape(int batch) {
    return new long[] {layers, batch, units};
  }

  /** Puts the state of one sequence in its place of the batch; zeros where a history begins. */
  void pack(float[] state, int index, int batch, FloatBuffer to) {
    for (int layer = 0; layer < layers; layer++) {
      int at = (layer * batch + index) * units;
      if (state.length == 0) {
        to.put(at, new float[units]);
      } else {
        to.put(at, state, from + layer * units, units);
      }
    }
  }

  /** Takes the state of one sequence of a batch out again. */
  void unpack(FloatBuffer from, int index, int batch, float[] state) {
    for (int layer = 0; layer < layers; layer++) {
      from.get((layer * batch + index) * units, state, this.from + layer * units, units);
    }
  }

  /** Copies the state of one sequence from one batch to its place in another as large. */
  void copy(FloatBuffer source, FloatBuffer to, int index, int batch) {
    for (int layer = 0; layer < layers; layer++) {
      int at = (layer * batch + index) * units;
      to.put(at, source, at, units);
    }
  }
}
