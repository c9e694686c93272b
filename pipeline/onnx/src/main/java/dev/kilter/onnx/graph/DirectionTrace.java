package dev.kilter.onnx.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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

  /** This, and what went on in the rows after it. */
  public DirectionTrace then(DirectionTrace next) {
    List<float[]> more =
        IntStream.range(0, gates.size())
            .mapToObj(gate -> joined(gates.get(gate), next.gates.get(gate)))
            .toList();
    float[] moreCells = cells == null ? null : joined(cells, next.cells);
    return new DirectionTrace(reverse, units, more, moreCells, joined(hidden, next.hidden));
  }

  private static float[] joined(float[] one, float[] other) {
    float[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** How many rows. */
  public int rows() {
    return hidden.length / units;
  }

  /** The row that was read last: the newest, or when reversed the oldest. */
  public int last() {
    return reverse ? 0 : rows() - 1;
  }
}
