package dev.kilter.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import dev.kilter.UserError;
import java.util.Arrays;
import java.util.Map;

/** Checks that what a network gives as state is what it takes as state. */
final class StateCheck {
  private final ModelContract contract;
  private final String place;

  StateCheck(ModelContract contract, String place) {
    this.contract = contract;
    this.place = place;
  }

  /**
   * Checks each input with the role state, and the output that continues it.
   *
   * @throws UserError saying which does not fit, and what would
   */
  void check(Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs) {
    for (int at = 0; at < contract.stateInputs().size(); at++) {
      String input = contract.stateInputs().get(at);
      String output = contract.stateOutputs().get(at);
      long[] taken = shape("input", input, inputs);
      long[] given = shape("output", output, outputs);
      if (taken[0] < 1 || taken[2] < 1) {
        throw refused("input", input, inputs);
      }
      if (!continues(given, taken)) {
        throw new UserError(
            refusal()
                + "output "
                + output
                + " is "
                + Arrays.toString(given)
                + " and cannot continue input "
                + input
                + ", "
                + Arrays.toString(taken)
                + ": in model.json outputs with the role state have the order of the inputs");
      }
    }
  }

  /** An output whose sizes the graph leaves open is believed until it has run. */
  private static boolean continues(long[] given, long[] taken) {
    return (given[0] == -1 || given[0] == taken[0]) && (given[2] == -1 || given[2] == taken[2]);
  }

  private long[] shape(String side, String name, Map<String, NodeInfo> nodes) {
    NodeInfo node = nodes.get(name);
    if (node == null
        || !(node.getInfo() instanceof TensorInfo tensor)
        || tensor.type != OnnxJavaType.FLOAT
        || tensor.getShape().length != 3
        || tensor.getShape()[1] != -1) {
      throw refused(side, name, nodes);
    }
    return tensor.getShape();
  }

  private UserError refused(String side, String name, Map<String, NodeInfo> nodes) {
    NodeInfo node = nodes.get(name);
    return new UserError(
        refusal()
            + side
            + " "
            + name
            + " is "
            + (node == null ? "missing" : node.getInfo())
            + "; with the role state it must be float32 with the axes layer, batch and unit, of"
            + " which only the batch varies");
  }

  private String refusal() {
    return "Model bundle " + place + " is refused: ";
  }
}
