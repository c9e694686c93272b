package dev.kilter.onnx.graph;

import java.util.List;

/** One part of a network as one would draw it. */
public sealed interface Layer permits RecurrentLayer, DenseLayer, SoftmaxLayer, OtherOperations {

  /** What it is called. */
  String name();

  /** Its weights; another layer may have the same. */
  List<FloatTensor> weights();

  /** How many weights it has. */
  default long parameters() {
    return weights().stream().mapToLong(weight -> weight.values().length).sum();
  }
}
