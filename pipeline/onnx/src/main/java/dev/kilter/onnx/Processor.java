package dev.kilter.onnx;

import java.io.Serializable;

/**
 * Where networks run.
 *
 * @param device the number of the GPU
 * @param memoryLimitBytes the most of the GPU's memory that a network may take; 0 for no limit
 */
public record Processor(Provider provider, int device, long memoryLimitBytes, Precision precision)
    implements Serializable {
  /** The processor of the machine, in float32. */
  public static final Processor CPU = new Processor(Provider.CPU, 0, 0, Precision.FLOAT32);

  /** Whether a GPU is to be tried. */
  public boolean wantsCuda() {
    return provider != Provider.CPU;
  }
}
