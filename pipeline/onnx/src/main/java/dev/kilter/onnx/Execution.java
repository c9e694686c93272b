package dev.kilter.onnx;

import java.io.Serializable;

/**
 * How networks are run.
 *
 * @param processor where
 * @param maxBatch so many sequences at most go through a network at once. ONNX Runtime keeps the
 *     memory of the largest batch that it ever ran, so this bounds it
 */
public record Execution(Processor processor, int maxBatch) implements Serializable {
  /** The most that may be asked for. */
  public static final int LARGEST_BATCH = 4_096;

  /** A step is small beside a sequence: the network is at its best with more of them at once. */
  private static final int STEPS_FOR_A_SEQUENCE = 4;

  /** On this machine's processor, in batches of any size that may be asked for. */
  public static Execution onCpu() {
    return onCpu(LARGEST_BATCH);
  }

  /** On this machine's processor. */
  public static Execution onCpu(int maxBatch) {
    return new Execution(Processor.CPU, maxBatch);
  }

  /**
   * The least {@code maxBatch} with which so many of a network's sequences, or steps, may go
   * through it at once.
   */
  public static int maxBatchFor(ModelContract contract, int atOnce) {
    return contract.carriesState()
        ? (atOnce + STEPS_FOR_A_SEQUENCE - 1) / STEPS_FOR_A_SEQUENCE
        : atOnce;
  }

  /** So many sequences, or steps, at most are in any network at once. */
  public int mostInOne() {
    return STEPS_FOR_A_SEQUENCE * maxBatch;
  }

  /** How many of its sequences, or steps, a network takes at once. */
  int mostAtOnce(ModelContract contract) {
    return contract.carriesState() ? STEPS_FOR_A_SEQUENCE * maxBatch : maxBatch;
  }
}
