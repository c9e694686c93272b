package dev.kilter.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.kilter.onnx.graph.Network;
import dev.kilter.onnx.graph.RecurrentLayer;
import dev.kilter.onnx.graph.TappedNetwork;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the network of an admitted bundle on one sequence and gives what it gives, and what goes in
 * and out of its recurrent layers. Owns a native session; closed once, safe to close twice.
 */
final class NetworkProbe implements AutoCloseable {
  private final ModelContract contract;
  private final OrtSession session;
  private final InputTensors inputs;
  private final List<RecurrentLayer> layers;
  private boolean closed;

  private NetworkProbe(ModelContract contract, OrtSession session, List<RecurrentLayer> layers)
      throws OrtException {
    this.contract = contract;
    this.session = session;
    this.inputs = new InputTensors(contract, CarriedState.of(contract, session));
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
    try (OrtSession.SessionOptions options = SessionOpener.singleThreaded()) {
      OrtSession session = OnnxEnvironment.get().createSession(tapped, options);
      return new NetworkProbe(bundle.contract(), session, layers);
    } catch (OrtException e) {
      throw new ModelRunException(bundle.place() + " cannot be looked into: " + e.getMessage(), e);
    }
  }

  /**
   * What goes on in the recurrent layers over a sequence.
   *
   * @param values what {@link #run} gave for it
   */
  List<LayerTrace> traces(Map<String, float[]> values) throws ModelRunException {
    List<LayerTrace> traces = new ArrayList<>();
    for (int number = 0; number < layers.size(); number++) {
      if (layers.get(number).unusual().isEmpty()) {
        traces.add(new LayerTracing(layers.get(number), number, values).trace());
      }
    }
    return traces;
  }

  /** A sentence for each recurrent layer that is not traced. */
  List<String> untraced() {
    return layers.stream()
        .filter(layer -> layer.unusual().isPresent())
        .map(layer -> "The gates of " + layer.name() + " are not shown: " + layer.unusual().get())
        .toList();
  }

  /** All float32 numbers that come out for one sequence, by name. */
  Map<String, float[]> run(ModelInput input) throws ModelRunException {
    int channels = contract.channels().size();
    int length = input.values().length / channels;
    BatchLayout layout = new BatchLayout(contract.timeMajor(), 1, length, channels);
    try {
      inputs.layOut(layout);
      inputs.put(0, input.values(), input.mask());
      inputs.putState(0, input.state());
      try (OrtSession.Result result = session.run(inputs.tensors())) {
        return floats(result);
      }
    } catch (OrtException e) {
      throw new ModelRunException(
          contract.reference() + " failed on one sequence: " + e.getMessage(), e);
    }
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
    if (closed) {
      return;
    }
    closed = true;
    inputs.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime could not close " + contract.reference(), e);
    }
  }
}
