package dev.kilter.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.kilter.UserError;
import java.util.List;
import java.util.Map;

/** The inputs and outputs of a network of which nothing is known yet. */
record Graph(List<GraphTensor> inputs, List<GraphTensor> outputs) {

  /**
   * Reads them from the bytes of a network.
   *
   * @param file its name, for messages
   * @throws UserError when it is not a network, or not all of it
   */
  static Graph read(byte[] network, String file) {
    for (StoredTensor tensor : StoredTensor.of(network)) {
      if (tensor.external()) {
        throw new UserError(file + ": " + tensor.whereItIs());
      }
    }
    try (OrtSession.SessionOptions options = SessionOpener.singleThreaded();
        OrtSession session = OnnxEnvironment.get().createSession(network, options)) {
      return new Graph(tensors(session.getInputInfo()), tensors(session.getOutputInfo()));
    } catch (OrtException e) {
      throw new UserError(file + " is no network that ONNX Runtime loads: " + e.getMessage(), e);
    }
  }

  private static List<GraphTensor> tensors(Map<String, NodeInfo> nodes) {
    return nodes.values().stream().map(GraphTensor::of).toList();
  }
}
