package dev.kilter.onnx.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the layers among the operations of a network. */
final class LayerReader {
  private static final String CONSTANT = "Constant";

  private final Network network;
  private final List<Layer> layers = new ArrayList<>();
  private final Set<Node> added = new HashSet<>();
  private final List<Node> others = new ArrayList<>();

  private LayerReader(Network network) {
    this.network = network;
  }

  static List<Layer> read(Network network) {
    LayerReader reader = new LayerReader(network);
    for (Node node : network.nodes()) {
      reader.take(node);
    }
    reader.endOthers();
    return List.copyOf(reader.layers);
  }

  private void take(Node node) {
    Layer layer = layer(node);
    if (layer != null) {
      endOthers();
      layers.add(layer);
    } else if (!node.operator().equals(CONSTANT) && !added.contains(node)) {
      others.add(node);
    }
  }

  private void endOthers() {
    if (!others.isEmpty()) {
      List<FloatTensor> stored = others.stream().flatMap(this::stored).distinct().toList();
      layers.add(new OtherOperations(others.stream().map(Node::operator).toList(), stored));
      others.clear();
    }
  }

  private Stream<FloatTensor> stored(Node node) {
    return node.inputs().stream().map(network.weights()::get).filter(Objects::nonNull);
  }

  private Layer layer(Node node) {
    return switch (node.operator()) {
      case "LSTM", "GRU" -> recurrent(node);
      case "MatMul" -> product(node);
      case "Gemm" -> hasMatrix(node) ? sum(node) : null;
      case "Softmax" -> new SoftmaxLayer(nameOf(node, ""));
      default -> null;
    };
  }

  private Layer recurrent(Node node) {
    FloatTensor input = weight(node, 1);
    FloatTensor recurrent = weight(node, 2);
    if (input == null || recurrent == null) {
      return null;
    }
    String name = nameOf(node, input.name());
    return new RecurrentLayer(
        name, Cell.valueOf(node.operator()), node, input, recurrent, weight(node, 3));
  }

  /** A product and the sum that takes it, if that adds a bias. */
  private Layer product(Node node) {
    if (!hasMatrix(node)) {
      return null;
    }
    for (Node next : network.nodes()) {
      int product = next.inputs().indexOf(node.output(0));
      if (next.operator().equals("Add") && product >= 0) {
        FloatTensor bias = weight(next, 1 - product);
        if (bias != null && bias.sizes().size() == 1) {
          added.add(next);
          return dense(node, bias, false);
        }
      }
    }
    return dense(node, null, false);
  }

  private Layer sum(Node node) {
    return dense(node, weight(node, 2), node.whole("transB", 0) != 0);
  }

  private boolean hasMatrix(Node node) {
    FloatTensor weight = weight(node, 1);
    return weight != null && weight.sizes().size() == 2;
  }

  private Layer dense(Node node, FloatTensor bias, boolean turned) {
    FloatTensor weight = weight(node, 1);
    return new DenseLayer(nameOf(node, weight.name()), node.input(0), weight, bias, turned);
  }

  private FloatTensor weight(Node node, int input) {
    return network.weights().get(node.input(input));
  }

  /** What the graph calls an operation; else what its weights have in common, else its output. */
  private static String nameOf(Node node, String weight) {
    if (!node.name().isEmpty()) {
      return node.name();
    }
    String stem = weight.replaceFirst("[./][^./]*$", "");
    return stem.isEmpty() || stem.equals(weight) ? node.output(0) : stem;
  }
}
