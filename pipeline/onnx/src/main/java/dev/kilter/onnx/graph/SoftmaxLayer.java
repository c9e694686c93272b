package dev.kilter.onnx.graph;

/**
 * Numbers made into shares that add up to 1.
 *
 * @param name what it is called
 */
public record SoftmaxLayer(String name) implements Layer {

  @Override
  public long parameters() {
    return 0;
  }
}
