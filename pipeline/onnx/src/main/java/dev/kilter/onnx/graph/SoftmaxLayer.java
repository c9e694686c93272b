package dev.kilter.onnx.graph;

import java.util.List;

/**
 * Numbers made into shares that add up to 1.
 *
 * @param name what it is called
 */
public record SoftmaxLayer(String name) implements Layer {

  @Override
  public List<FloatTensor> weights() {
    return List.of();
  }
}
