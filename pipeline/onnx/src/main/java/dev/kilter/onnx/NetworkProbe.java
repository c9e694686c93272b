package dev.kilter.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.kilter.onnx.graph.Network;
import dev.kilter.onnx.graph.RecurrentLayer;
import dev.kilter.onnx.graph.TappedNetwork;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the network of an admitted bundle on one sequence and gives what it gives, and what goes in
 * and out of its recurrent layers. Owns a native session; closed once, safe to close twice.
 */
final class NetworkProbe implements AutoCloseable {
  private final OnnxModel model;
  private final List<RecurrentLayer> layers;

  private NetworkProbe(OnnxModel model, List<RecurrentLayer> layers) {
    this.model = model;
    this.layers = layers;
  }

  /** Loads an admitted bundle. */
  static NetworkProbe open(ModelBundle bundle) throws ModelRunException {
    List<RecurrentLayer> layers =
        Network.read(bundle.network()).layers().stream()
            .filter(RecurrentLayer.class::isInstance)
            .map(RecurrentLayer.class::cast)
            .toList();
    byte[] tapped = TappedNetwork.tapping(bundle.network(), layers);
    try {
      return new NetworkProbe(OnnxModel.load(bundle.contract(), tapped), layers);
    } catch (OrtException e) {
      throw new ModelRunException(bundle.place() + " cannot be looked into: " + e.getMessage(), e);
    }
  }

  /** The recurrent layers, numbered as their taps are. */
  List<RecurrentLayer> layers() {
    return layers;
  }

  /** All float32 numbers that come out for one sequence, by name. */
  Map<String, float[]> run(ModelInput input) throws ModelRunException {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      fill(tensors, input);
      try (OrtSession.Result result = model.session().run(tensors)) {
        return floats(result);
      }
    } catch (OrtException e) {
      throw new ModelRunException(
          model.contract().reference() + " failed on one sequence: " + e.getMessage(), e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private void fill(Map<String, OnnxTensor> tensors, ModelInput input) throws OrtException {
    ModelContract contract = model.contract();
    int channels = contract.channels().size();
    int length = input.values().length / channels;
    BatchLayout layout = new BatchLayout(contract.timeMajor(), 1, length, channels);
    float[] values = new float[input.values().length];
    float[] mask = new float[values.length];
    for (int at = 0; at < values.length; at++) {
      values[at] = model.valueOf(input, at);
      mask[at] = input.mask()[at] ? 1 : 0;
    }
    tensors.put(contract.sequenceInput(), tensor(values, layout));
    if (contract.maskInput().isPresent()) {
      tensors.put(contract.maskInput().get(), tensor(mask, layout));
    }
    if (contract.lengthsInput().isPresent()) {
      tensors.put(
          contract.lengthsInput().get(),
          OnnxTensor.createTensor(OnnxEnvironment.get(), new long[] {length}));
    }
  }

  private static OnnxTensor tensor(float[] values, BatchLayout layout) throws OrtException {
    return OnnxTensor.createTensor(OnnxEnvironment.get(), FloatBuffer.wrap(values), layout.shape());
  }

  private static Map<String, float[]> floats(OrtSession.Result result) {
    Map<String, float[]> floats = new HashMap<>();
    for (Map.Entry<String, OnnxValue> entry : result) {
      FloatBuffer buffer =
          entry.getValue() instanceof OnnxTensor tensor ? tensor.getFloatBuffer() : null;
      if (buffer != null) {
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        floats.put(entry.getKey(), values);
      }
    }
    return floats;
  }

  @Override
  public void close() {
    model.close();
  }
}
