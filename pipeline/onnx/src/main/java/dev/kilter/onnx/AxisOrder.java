package dev.kilter.onnx;

/** What the axes of a sequence look like, as far as a graph tells. */
enum AxisOrder {
  TIME_MAJOR("time-major", 0),
  BATCH_MAJOR("batch-major", 1),
  UNKNOWN(null, -1);

  private static final String[] BATCH = {"batch", "unk__"};
  private static final String[] TIME = {"time", "seq", "step", "length"};

  private final String text;
  private final int timeAxis;

  AxisOrder(String text, int timeAxis) {
    this.text = text;
    this.timeAxis = timeAxis;
  }

  /** By the names of the axes, else by which of them varies, else by which of them is 1. */
  static AxisOrder of(GraphTensor sequence) {
    if (sequence.isCalled(1, BATCH) || sequence.isCalled(0, TIME)) {
      return TIME_MAJOR;
    }
    if (sequence.isCalled(0, BATCH) || sequence.isCalled(1, TIME)) {
      return BATCH_MAJOR;
    }
    if (sequence.varies(0) != sequence.varies(1)) {
      return sequence.varies(0) ? BATCH_MAJOR : TIME_MAJOR;
    }
    boolean firstIsOne = sequence.sizes().get(0) == 1;
    boolean secondIsOne = sequence.sizes().get(1) == 1;
    return firstIsOne == secondIsOne ? UNKNOWN : firstIsOne ? BATCH_MAJOR : TIME_MAJOR;
  }

  /** The order that a contract tells. */
  static AxisOrder of(ModelContract contract) {
    return contract.timeMajor() ? TIME_MAJOR : BATCH_MAJOR;
  }

  /** Whether an axis is the one of the rows. */
  boolean isTime(int axis) {
    return axis == timeAxis;
  }

  /** As {@code model.json} has it; null if unknown. */
  String text() {
    return text;
  }

  /** The number of rows of a sequence; -1 if it varies or which axis it is is unknown. */
  long length(GraphTensor sequence) {
    return this == UNKNOWN ? -1 : sequence.sizes().get(timeAxis);
  }

  /** The size that is baked in where the batch is; -1 if none is. */
  long bakedBatch(GraphTensor sequence) {
    return this == UNKNOWN ? -1 : sequence.sizes().get(1 - timeAxis);
  }
}
