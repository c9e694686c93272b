package dev.kilter.onnx;

import java.util.List;

/**
 * Which role a tensor seems to play, by its type and its axes.
 *
 * @param graph all inputs and outputs
 * @param sequence the input that is taken for the sequence
 */
record RoleGuess(Graph graph, GraphTensor sequence) {

  /** The role of an input; null if it looks like none. */
  String input(GraphTensor input) {
    if (input.equals(sequence)) {
      return "sequence";
    }
    boolean mask = input.isFloat(3) && input.sizes().equals(sequence.sizes());
    return mask ? "mask" : input.isCounts() ? "lengths" : null;
  }

  /** The role of an output, the first that looks like it; null if it looks like none. */
  String output(GraphTensor output) {
    if (isFirst(output, 3)) {
      return "reconstruction";
    }
    return isFirst(output, 2) ? "errors" : null;
  }

  private boolean isFirst(GraphTensor output, int axes) {
    List<GraphTensor> alike =
        graph.outputs().stream()
            .filter(other -> other.isFloat(axes) && hasTheChannels(other, axes - 1))
            .toList();
    return !alike.isEmpty() && alike.get(0).equals(output);
  }

  private boolean hasTheChannels(GraphTensor output, int axis) {
    return output.varies(axis) || output.sizes().get(axis).equals(sequence.sizes().get(2));
  }
}
