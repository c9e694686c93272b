package dev.kilter.onnx;

import java.util.List;

/**
 * What {@code golden.json} holds: a few sequences, and what the network made of them when it was
 * exported.
 *
 * @param tolerance how far an output may be off, absolutely and relatively
 * @param sequences the sequences with their outputs
 */
record GoldenOutputs(double tolerance, List<Golden> sequences) {

  /** One sequence, {@code [time][channel]}, and its outputs. */
  record Golden(float[][] input, Outputs outputs) {

    /** The input as the scorer takes it. */
    float[] flattened() {
      float[] flat = new float[input.length * input[0].length];
      for (int time = 0; time < input.length; time++) {
        System.arraycopy(input[time], 0, flat, time * input[0].length, input[0].length);
      }
      return flat;
    }
  }

  /**
   * {@code reconstruction} is {@code [time][channel]}; {@code errors}, if any, {@code [channel]}.
   */
  record Outputs(float[][] reconstruction, float[] errors) {}
}
