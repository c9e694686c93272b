package dev.kilter.onnx.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network as its file has it: operations in the order in which they run, and weights.
 *
 * @param nodes the operations
 * @param weights the float32 tensors that are stored, by name: initializers, and constants
 */
public record Network(List<Node> nodes, Map<String, FloatTensor> weights) {
  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int INITIALIZER = 5;

  /** Reads the bytes of an ONNX file, as far as they can be read; subgraphs are passed over. */
  public static Network read(byte[] bytes) {
    List<Node> nodes = new ArrayList<>();
    Map<String, FloatTensor> weights = new HashMap<>();
    for (ProtobufField model : ProtobufReader.fields(bytes, 0, bytes.length)) {
      if (model.number() == GRAPH) {
        ProtobufReader.fields(bytes, model.from(), model.to())
            .forEach(field -> take(field, bytes, nodes, weights));
      }
    }
    return new Network(List.copyOf(nodes), Map.copyOf(weights));
  }

  private static void take(
      ProtobufField field, byte[] bytes, List<Node> nodes, Map<String, FloatTensor> weights) {
    if (field.number() == NODE) {
      Node node = Node.read(bytes, field);
      nodes.add(node);
      Attribute value = node.attributes().get("value");
      if (node.operator().equals("Constant") && value != null && value.tensor() != null) {
        weights.put(node.output(0), value.tensor());
      }
    } else if (field.number() == INITIALIZER) {
      FloatTensor weight = FloatTensor.read(bytes, field);
      if (weight != null) {
        weights.put(weight.name(), weight);
      }
    }
  }

  /** Its layers, in the order in which they run. */
  public List<Layer> layers() {
    return LayerReader.read(this);
  }

  /** How many weights there are: all float32 numbers that are stored. */
  public long parameters() {
    return weights.values().stream().mapToLong(weight -> weight.values().length).sum();
  }
}
