package dev.kilter.onnx.graph;

import java.util.List;

/**
 * What went on in one direction of a layer, row by row: every array is {@code [row][unit]}
 * flattened, the oldest row first whichever way they were read.
 *
 * @param reverse whether the newest row was read first
 * @param units the size of the hidden state
 * @param gates what each gate let through, in ONNX's order
 * @param cells the cell states; null where the cell has none
 * @param hidden the hidden states
 */
public record DirectionTrace(
    boolean reverse, int units, List<float[]> gates, float[] cells, float[] hidden) {

  /** How many rows. */
  public int rows() {
    return hidden.length / units;
  }

  /** The row that was read last: the newest, or when reversed the oldest. */
  public int last() {
    return reverse ? 0 : rows() - 1;
  }
}
