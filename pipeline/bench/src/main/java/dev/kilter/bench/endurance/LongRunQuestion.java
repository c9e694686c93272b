package dev.kilter.bench.endurance;

import dev.kilter.onnx.ModelContract.SequenceShape;

/**
 * What a process of its own is to run.
 *
 * @param model the model's name
 * @param stride every so many rows of a machine make a sequence
 * @param machines how many machines
 * @param rows of each machine
 * @param tasks of each kind
 * @param state where state is kept, as the pipeline file says it
 * @param checkpointSeconds from one checkpoint to the next
 */
public record LongRunQuestion(
    String model,
    int stride,
    int machines,
    long rows,
    int tasks,
    String state,
    int checkpointSeconds) {

  /** How many events that are. */
  public long events() {
    return machines * rows;
  }

  /** How many sequences must be judged: the first of a machine, then one every stride. */
  long rightCount(SequenceShape shape) {
    long first = Math.max(shape.length(), shape.rowsToWarmUp() + 1L);
    return rows < first ? 0 : machines * ((rows - first) / stride + 1);
  }
}
