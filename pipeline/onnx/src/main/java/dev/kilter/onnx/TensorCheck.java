package dev.kilter.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import dev.kilter.UserError;
import java.util.Arrays;
import java.util.Map;

/** Checks that a network takes and gives the tensors that its contract names. */
final class TensorCheck {
  private final ModelContract contract;
  private final String place;

  private TensorCheck(ModelContract contract, String place) {
    this.contract = contract;
    this.place = place;
  }

  /**
   * Checks names, types and axes of all tensors.
   *
   * @throws UserError saying what does not fit, and how to export it so that it does
   */
  static void check(OnnxModel model, String place) throws OrtException {
    new TensorCheck(model.contract(), place).check(model);
  }

  private void check(OnnxModel model) throws OrtException {
    Map<String, NodeInfo> inputs = model.session().getInputInfo();
    Map<String, NodeInfo> outputs = model.session().getOutputInfo();
    for (ModelContract.Tensor tensor : contract.inputs()) {
      if (tensor.role().equals("lengths")) {
        checkLengths(tensor, inputs);
      } else {
        checkTensor("input", tensor, inputs, 3);
      }
    }
    if (inputs.size() != contract.inputs().size()) {
      throw refused(
          "the network has the inputs " + inputs.keySet() + "; the contract must name each");
    }
    for (ModelContract.Tensor tensor : contract.outputs()) {
      checkTensor("output", tensor, outputs, tensor.role().equals("errors") ? 2 : 3);
    }
  }

  private void checkTensor(
      String side, ModelContract.Tensor tensor, Map<String, NodeInfo> actual, int axes) {
    NodeInfo node = actual.get(tensor.name());
    if (node == null) {
      throw refused(
          "the network has no " + side + " " + tensor.name() + ", only " + actual.keySet());
    }
    long[] shape = shapeOf(node);
    if (shape.length != axes) {
      throw refused(
          side
              + " "
              + tensor.name()
              + " is "
              + node.getInfo()
              + "; it must be float32 with "
              + axes
              + " axes; export it so, in PyTorch after model.float()");
    }
    if (axes == 3) {
      checkOrder(side, tensor, shape);
    }
    checkAxis(side, tensor, "channel", shape[axes - 1], contract.channels().size());
    if (axes == 3) {
      long time = shape[contract.timeMajor() ? 0 : 1];
      checkAxis(side, tensor, "time", time, contract.sequence().length());
      checkTimeVaries(side, tensor, time);
    }
    int batch = axes == 3 && contract.timeMajor() ? 1 : 0;
    checkBatch(side, tensor, batch, shape[batch]);
  }

  /** Time where the batch belongs, and what can only be the batch where time does. */
  private void checkOrder(String side, ModelContract.Tensor tensor, long[] shape) {
    int time = contract.timeMajor() ? 0 : 1;
    if (shape[time] == -1 && shape[1 - time] == contract.sequence().length()) {
      throw refused(
          side
              + " "
              + tensor.name()
              + " has the axes "
              + Arrays.toString(shape)
              + ", so time is where "
              + contract.axes()
              + " has the batch; axes in model.json must be "
              + (contract.timeMajor() ? "batch-major" : "time-major"));
    }
  }

  private void checkLengths(ModelContract.Tensor tensor, Map<String, NodeInfo> actual) {
    NodeInfo node = actual.get(tensor.name());
    boolean fits =
        node != null
            && node.getInfo() instanceof TensorInfo info
            && info.type == OnnxJavaType.INT64
            && info.getShape().length == 1;
    if (!fits) {
      throw refused(
          "input "
              + tensor.name()
              + " is "
              + (node == null ? "missing" : node.getInfo())
              + "; with the role lengths it must be int64 with one axis, the batch");
    }
    checkBatch("input", tensor, 0, ((TensorInfo) node.getInfo()).getShape()[0]);
  }

  /** The axes of a float32 tensor; none for anything else. */
  private static long[] shapeOf(NodeInfo node) {
    return node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT
        ? tensor.getShape()
        : new long[0];
  }

  private void checkAxis(
      String side, ModelContract.Tensor tensor, String axis, long actual, long promised) {
    if (actual != promised && actual != -1) {
      throw refused(
          "the "
              + axis
              + " axis of "
              + side
              + " "
              + tensor.name()
              + " has the size "
              + actual
              + ", the contract says "
              + promised
              + "; look at axes, channels and sequence in model.json");
    }
  }

  private void checkTimeVaries(String side, ModelContract.Tensor tensor, long time) {
    if (time != -1 && contract.sequence().least() != contract.sequence().length()) {
      throw refused(
          "the length "
              + time
              + " is baked into "
              + side
              + " "
              + tensor.name()
              + ", and minimumLength says that it varies; export it with a dynamic time axis, in"
              + " PyTorch dynamic_axes={\""
              + tensor.name()
              + "\": {"
              + (contract.timeMajor() ? 0 : 1)
              + ": \"time\"}}");
    }
  }

  private void checkBatch(String side, ModelContract.Tensor tensor, int axis, long size) {
    if (size != -1) {
      throw refused(
          "the batch size "
              + size
              + " is baked into "
              + side
              + " "
              + tensor.name()
              + "; export it with a dynamic batch axis, in PyTorch dynamic_axes={\""
              + tensor.name()
              + "\": {"
              + axis
              + ": \"batch\"}}, or look at axes in model.json");
    }
  }

  private UserError refused(String why) {
    return new UserError("Model bundle " + place + " is refused: " + why);
  }
}
