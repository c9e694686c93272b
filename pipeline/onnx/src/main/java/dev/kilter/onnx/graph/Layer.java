package dev.kilter.onnx.graph;

/** One part of a network as one would draw it. */
public sealed interface Layer permits RecurrentLayer, DenseLayer, SoftmaxLayer, OtherOperations {

  /** What it is called. */
  String name();

  /** How many weights it has. */
  long parameters();
}
