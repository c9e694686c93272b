package dev.kilter.onnx;

import java.util.List;
import java.util.Optional;

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
    if (isFirst(output, 2)) {
      return "errors";
    }
    return output.equals(classes().orElse(null)) ? "probabilities" : null;
  }

  /** The output that says which class a sequence is of, if there is one and nothing else. */
  Optional<GraphTensor> classes() {
    boolean expects =
        graph.outputs().stream().anyMatch(other -> isFirst(other, 3) || isFirst(other, 2));
    return expects
        ? Optional.empty()
        : graph.outputs().stream().filter(other -> other.isFloat(2)).findFirst();
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
