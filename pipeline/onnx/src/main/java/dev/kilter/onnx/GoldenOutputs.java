package dev.kilter.onnx;

import java.util.Arrays;
import java.util.List;

/**
 * What {@code golden.json} holds: a few sequences, and what the network made of them when it was
 * exported.
 *
 * @param tolerance how far an output may be off, absolutely and relatively; an answer in a
 *     channel's units, relatively to the channel's largest value in the sequence, too
 * @param channels the names of the channels in the order of the sequences' columns; may be absent
 * @param sequences the sequences with their outputs
 */
record GoldenOutputs(double tolerance, List<String> channels, List<Golden> sequences) {

  /**
   * One sequence, {@code [time][channel]}, which of it was measured (1) or not (0), its outputs.
   */
  record Golden(float[][] input, float[][] mask, Outputs outputs) {

    /** The input as the scorer takes it; without a mask every value was measured. */
    ModelInput asInput() {
      ModelInput whole = ModelInput.measured(flattened(input));
      if (mask != null) {
        float[] flat = flattened(mask);
        for (int at = 0; at < flat.length; at++) {
          whole.mask()[at] = flat[at] != 0;
        }
      }
      return whole;
    }

    /** The largest value of a channel, whatever its sign. */
    double largest(int channel) {
      return Arrays.stream(input).mapToDouble(row -> Math.abs(row[channel])).max().orElse(0);
    }

    private static float[] flattened(float[][] rows) {
      float[] flat = new float[rows.length * rows[0].length];
      for (int time = 0; time < rows.length; time++) {
        System.arraycopy(rows[time], 0, flat, time * rows[0].length, rows[0].length);
      }
      return flat;
    }
  }

  /**
   * What the network expected, {@code [time][channel]}, under the name of its kind, and, if it
   * gives them, the errors of the newest row, {@code [channel]}; or how probable it found each
   * class, {@code [class]}.
   */
  record Outputs(
      float[][] reconstruction, float[][] forecast, float[] errors, float[] probabilities) {

    /** The rows that a network of this kind gave; null if there are none. */
    float[][] answer(ModelKind kind) {
      return switch (kind) {
        case RECONSTRUCTION -> reconstruction;
        case FORECAST -> forecast;
        case CLASSIFICATION -> probabilities == null ? null : new float[][] {probabilities};
      };
    }
  }
}
