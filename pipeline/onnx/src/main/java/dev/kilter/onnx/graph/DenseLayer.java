package dev.kilter.onnx.graph;

import java.util.List;

/**
 * Every output a weighted sum of all inputs.
 *
 * @param name what it is called
 * @param source the name of the value it takes
 * @param weight its weights
 * @param bias what is added, or null
 * @param turned whether the weights are [output, input] instead of [input, output]
 */
public record DenseLayer(
    String name, String source, FloatTensor weight, FloatTensor bias, boolean turned)
    implements Layer {

  /** The numbers that go in. */
  public int inputs() {
    return weight.size(turned ? 1 : 0);
  }

  /** The numbers that come out. */
  public int outputs() {
    return weight.size(turned ? 0 : 1);
  }

  @Override
  public List<FloatTensor> weights() {
    return bias == null ? List.of(weight) : List.of(weight, bias);
  }
}
