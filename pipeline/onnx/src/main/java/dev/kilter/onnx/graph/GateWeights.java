package dev.kilter.onnx.graph;

/**
 * How large the weights of one gate are.
 *
 * @param gate the gate
 * @param input the norm of its input weights, [hidden, input]
 * @param recurrent the norm of its recurrent weights, [hidden, hidden]
 * @param bias the norm of what is added, [hidden], the two biases of ONNX together
 */
public record GateWeights(Gate gate, double input, double recurrent, double bias) {}
