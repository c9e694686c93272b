package dev.kilter.onnx;

import java.nio.FloatBuffer;
import java.util.List;

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

  /** Puts the states of a batch side by side; zeros where a history begins. */
  void pack(List<ModelInput> inputs, FloatBuffer to) {
    float[] zeros = new float[units];
    for (int layer = 0; layer < layers; layer++) {
      for (ModelInput input : inputs) {
        if (input.state().length == 0) {
          to.put(zeros);
        } else {
          to.put(input.state(), from + layer * units, units);
        }
      }
    }
    to.rewind();
  }

  /** Takes the state of one sequence of a batch out again. */
  void unpack(FloatBuffer from, int index, int batch, float[] state) {
    for (int layer = 0; layer < layers; layer++) {
      from.get((layer * batch + index) * units, state, this.from + layer * units, units);
    }
  }
}
