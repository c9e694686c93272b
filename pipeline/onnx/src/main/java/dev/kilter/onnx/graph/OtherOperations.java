package dev.kilter.onnx.graph;

import java.util.List;

/**
 * Operations between layers.
 *
 * @param operators what they do, in the order in which they run
 * @param weights the numbers that are stored for them
 */
public record OtherOperations(List<String> operators, List<FloatTensor> weights) implements Layer {

  @Override
  public String name() {
    return String.join(", ", operators);
  }
}
