package dev.kilter.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import dev.kilter.UserError;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Decides whether a bundle may judge: its hash is right, its tensors are what the contract says,
 * its golden outputs are met, a batch scores as its sequences do one by one, and NaN does not come
 * out as a number.
 */
public final class Admission {
  private final ModelBundle bundle;
  private final ModelContract contract;

  private Admission(ModelBundle bundle) {
    this.bundle = bundle;
    this.contract = bundle.contract();
  }

  /**
   * Loads a bundle if it keeps its promises; the caller closes the model.
   *
   * @throws UserError saying which promise it breaks
   */
  public static OnnxModel admit(ModelBundle bundle) {
    return new Admission(bundle).admit();
  }

  private OnnxModel admit() {
    checkHash();
    checkWhole();
    OnnxModel model = load();
    try {
      checkTensors(model);
      GoldenCheck.check(model, bundle.golden(), bundle.place());
      return model;
    } catch (OrtException | ModelRunException e) {
      model.close();
      throw refused("it does not run: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private void checkHash() {
    String actual = sha256(bundle.network());
    if (!actual.equals(contract.sha256())) {
      throw refused(
          "model.onnx has the SHA-256 "
              + actual
              + " but model.json says "
              + contract.sha256()
              + ": the file is broken or was changed after export; export the bundle again",
          null);
    }
  }

  /** ONNX Runtime would only say that it misses a path. */
  private void checkWhole() {
    for (StoredTensor tensor : StoredTensor.of(bundle.network())) {
      if (tensor.external()) {
        throw refused(
            "the values of "
                + tensor.name()
                + " are not in model.onnx but in "
                + tensor.file().orElse("another file")
                + "; export it in one file: in Python, onnx.save(onnx.load(FILE), \"model.onnx\")",
            null);
      }
    }
  }

  private OnnxModel load() {
    try {
      return OnnxModel.load(contract, bundle.network());
    } catch (OrtException e) {
      throw refused("ONNX Runtime does not load model.onnx: " + e.getMessage(), e);
    }
  }

  private void checkTensors(OnnxModel model) throws OrtException {
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
          "the network has the inputs " + inputs.keySet() + "; the contract must name each", null);
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
          "the network has no " + side + " " + tensor.name() + ", only " + actual.keySet(), null);
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
              + " axes; export it so, in PyTorch after model.float()",
          null);
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
              + "; with the role lengths it must be int64 with one axis, the batch",
          null);
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
              + "; look at axes, channels and sequence in model.json",
          null);
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
              + ": \"time\"}}",
          null);
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
              + ": \"batch\"}}, or look at axes in model.json",
          null);
    }
  }

  private UserError refused(String why, Throwable cause) {
    return new UserError("Model bundle " + bundle.place() + " is refused: " + why, cause);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
