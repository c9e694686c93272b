package dev.kilter.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.kilter.UserError;
import java.util.Arrays;
import java.util.List;
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
  static void check(ModelContract contract, OrtSession session, String place) throws OrtException {
    new TensorCheck(contract, place).check(session);
  }

  private void check(OrtSession session) throws OrtException {
    Map<String, NodeInfo> inputs = session.getInputInfo();
    Map<String, NodeInfo> outputs = session.getOutputInfo();
    for (ModelContract.Tensor tensor : contract.inputs()) {
      switch (tensor.role()) {
        case "lengths" -> checkLengths(tensor, inputs);
        case "state" -> {}
        default -> checkTensor("input", tensor, inputs, 3);
      }
    }
    if (inputs.size() != contract.inputs().size()) {
      throw refused(
          "the network has the inputs " + inputs.keySet() + "; the contract must name each");
    }
    for (ModelContract.Tensor tensor : contract.outputs()) {
      if (!tensor.role().equals("state")) {
        checkTensor("output", tensor, outputs, isOfRows(tensor) ? 3 : 2);
      }
    }
    new StateCheck(contract, place).check(inputs, outputs);
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
    if (tensor.role().equals("probabilities")) {
      checkAxis(side, tensor, "class", shape[axes - 1], contract.classes().size());
    } else {
      checkAxis(side, tensor, "channel", shape[axes - 1], contract.channels().size());
    }
    if (axes == 3) {
      long time = shape[contract.timeMajor() ? 0 : 1];
      checkAxis(side, tensor, "time", time, rowsOf(tensor));
      checkTimeVaries(side, tensor, time);
    }
    int batch = axes == 3 && contract.timeMajor() ? 1 : 0;
    checkBatch(side, tensor, batch, shape[batch]);
  }

  private static boolean isOfRows(ModelContract.Tensor tensor) {
    return !List.of("errors", "probabilities").contains(tensor.role());
  }

  private int rowsOf(ModelContract.Tensor tensor) {
    int length = contract.sequence().length();
    return tensor.role().equals("forecast") ? contract.modelKind().answerRows(length) : length;
  }

  /** Time where the batch belongs, and what can only be the batch where time does. */
  private void checkOrder(String side, ModelContract.Tensor tensor, long[] shape) {
    int time = contract.timeMajor() ? 0 : 1;
    if (shape[time] == -1 && shape[1 - time] == rowsOf(tensor)) {
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
              + "; look at axes, channels, classes and sequence in model.json");
    }
  }

  private void checkTimeVaries(String side, ModelContract.Tensor tensor, long time) {
    boolean varies = contract.sequence().least() != contract.sequence().length();
    if (time != -1 && varies && !tensor.role().equals("forecast")) {
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
