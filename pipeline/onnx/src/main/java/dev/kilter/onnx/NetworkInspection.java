package dev.kilter.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.kilter.UserError;
import dev.kilter.onnx.graph.DenseLayer;
import dev.kilter.onnx.graph.Layer;
import dev.kilter.onnx.graph.Network;
import dev.kilter.onnx.graph.RecurrentLayer;
import dev.kilter.onnx.graph.TappedNetwork;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What there is to see in a network: what goes in and out, its layers, and what it takes to run.
 */
public final class NetworkInspection {
  private final byte[] bytes;
  private final Graph graph;
  private final Network network;
  private final ModelContract contract;

  private NetworkInspection(byte[] bytes, Graph graph, ModelContract contract) {
    this.bytes = bytes;
    this.graph = graph;
    this.network = Network.read(bytes);
    this.contract = contract;
  }

  /**
   * Looks into a network that nothing is promised of.
   *
   * @param file its name, for messages
   * @throws UserError when ONNX Runtime does not load it
   */
  public static NetworkInspection of(byte[] network, String file) {
    return new NetworkInspection(network, Graph.read(network, file), null);
  }

  /**
   * Looks into the network of a bundle, which need not keep its promises.
   *
   * @throws UserError when ONNX Runtime does not load it
   */
  public static NetworkInspection of(ModelBundle bundle) {
    Graph graph = Graph.read(bundle.network(), bundle.place() + "/model.onnx");
    return new NetworkInspection(bundle.network(), graph, bundle.contract());
  }

  /** What goes in. */
  public List<GraphTensor> inputs() {
    return graph.inputs();
  }

  /** What comes out. */
  public List<GraphTensor> outputs() {
    return graph.outputs();
  }

  /** Its layers, in the order in which they run. */
  public List<Layer> layers() {
    return network.layers();
  }

  /** The hash of its file. */
  public String sha256() {
    return Admission.sha256(bytes);
  }

  /** What is promised of it, if anything is. */
  public Optional<ModelContract> contract() {
    return Optional.ofNullable(contract);
  }

  /** How many float32 numbers are stored in it. */
  public long parameters() {
    return network.parameters();
  }

  /**
   * What it takes to run it, measured by running it on zeros.
   *
   * @param batch how many sequences at once
   * @return nothing where that cannot be told: it takes other types than float32 and int64, or does
   *     not run on zeros
   */
  public Optional<NetworkWork> work(int batch) {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try (OrtSession.SessionOptions options = SessionOpener.singleThreaded();
        OrtSession session = OnnxEnvironment.get().createSession(givingAll(), options)) {
      for (GraphTensor input : graph.inputs()) {
        inputs.put(input.name(), zeros(input, batch));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return Optional.of(work(inputs, result));
      }
    } catch (OrtException | UnsupportedOperationException doesNotRun) {
      return Optional.empty();
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private byte[] givingAll() {
    List<String> outputs = graph.outputs().stream().map(GraphTensor::name).toList();
    return TappedNetwork.giving(
        bytes,
        network.nodes().stream()
            .flatMap(node -> node.outputs().stream())
            .filter(value -> !value.isEmpty() && !outputs.contains(value))
            .toList());
  }

  private OnnxTensor zeros(GraphTensor input, int batch) throws OrtException {
    AxisOrder order = order(input);
    long[] shape = new long[input.sizes().size()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] =
          input.varies(axis) ? order.isTime(axis) ? rows() : batch : input.sizes().get(axis);
    }
    int size = (int) LongStream.of(shape).reduce(1, (a, b) -> a * b);
    if (input.type() == OnnxJavaType.INT64) {
      long[] lengths = new long[size];
      Arrays.fill(lengths, rows());
      return OnnxTensor.createTensor(OnnxEnvironment.get(), LongBuffer.wrap(lengths), shape);
    }
    if (input.type() != OnnxJavaType.FLOAT) {
      throw new UnsupportedOperationException(input + " is neither float32 nor int64");
    }
    return OnnxTensor.createTensor(OnnxEnvironment.get(), FloatBuffer.allocate(size), shape);
  }

  private AxisOrder order(GraphTensor input) {
    if (input.sizes().size() != 3) {
      return AxisOrder.UNKNOWN;
    }
    boolean rows =
        contract != null
            && Stream.of(Optional.of(contract.sequenceInput()), contract.maskInput())
                .anyMatch(name -> name.equals(Optional.of(input.name())));
    return rows ? AxisOrder.of(contract) : AxisOrder.of(input);
  }

  /** As many as the contract says; of a network that takes any number and has none, one. */
  private long rows() {
    return contract == null ? fixedRows() : contract.sequence().length();
  }

  private long fixedRows() {
    return graph.inputs().stream()
        .filter(input -> input.isFloat(3))
        .mapToLong(input -> AxisOrder.of(input).length(input))
        .filter(length -> length > 0)
        .findFirst()
        .orElse(1);
  }

  private NetworkWork work(Map<String, OnnxTensor> inputs, OrtSession.Result result) {
    Map<String, long[]> shapes = new HashMap<>();
    inputs.forEach((name, tensor) -> shapes.put(name, tensor.getInfo().getShape()));
    long values = 0;
    for (Map.Entry<String, OnnxValue> entry : result) {
      if (entry.getValue() instanceof OnnxTensor tensor) {
        shapes.put(entry.getKey(), tensor.getInfo().getShape());
        values += tensor.getInfo().getNumElements() * tensor.getInfo().type.size;
      }
    }
    long operations = layers().stream().mapToLong(layer -> operations(layer, shapes)).sum();
    return new NetworkWork(rows(), operations, values);
  }

  private static long operations(Layer layer, Map<String, long[]> shapes) {
    if (layer instanceof RecurrentLayer recurrent) {
      return rowsIn(shapes.get(recurrent.node().inputs().get(0))) * recurrent.operationsPerRow();
    }
    return layer instanceof DenseLayer dense
        ? rowsIn(shapes.get(dense.source())) * dense.inputs() * dense.outputs()
        : 0;
  }

  /** How many rows a value has, those of all sequences, its last axis being one row. */
  private static long rowsIn(long[] shape) {
    return LongStream.of(shape).limit(shape.length - 1L).reduce(1, (a, b) -> a * b);
  }
}
