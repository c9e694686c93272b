package dev.kilter.onnx;

import java.io.Serializable;

/**
 * Where networks run.
 *
 * @param device the number of the GPU
 * @param memoryLimitBytes the most of the GPU's memory that a network may take; 0 for no limit
 * @param thread on which thread
 */
public record Processor(
    Provider provider, int device, long memoryLimitBytes, Precision precision, RunThread thread)
    implements Serializable {
  /** The processor of the machine, in float32. */
  public static final Processor CPU = new Processor(Provider.CPU, 0, 0, Precision.FLOAT32);

  /** The same, with a thread for each session as on a GPU: so that can be tried without one. */
  public static final Processor CPU_ON_OWN_THREAD =
      new Processor(Provider.CPU, 0, 0, Precision.FLOAT32, RunThread.OWN);

  private static final int USUAL_BATCH_ON_CPU = 32;
  private static final int USUAL_BATCH_ON_GPU = 512;

  /** A processor, and the thread that goes with it. */
  public Processor(Provider provider, int device, long memoryLimitBytes, Precision precision) {
    this(provider, device, memoryLimitBytes, precision, RunThread.BY_PROCESSOR);
  }

  /** Whether a GPU is to be tried. */
  public boolean wantsCuda() {
    return provider != Provider.CPU;
  }

  /** So many sequences at most go through at once where nobody says how many. */
  public int usualBatch() {
    return wantsCuda() ? USUAL_BATCH_ON_GPU : USUAL_BATCH_ON_CPU;
  }
}
