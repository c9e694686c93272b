package dev.kilter.onnx.graph;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A network that gives more than it was exported to. Nothing in it is changed: a protobuf message
 * that comes twice is one, with the fields of both, so what is added is written behind the file.
 */
public final class TappedNetwork {
  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int OUTPUT = 12;
  private static final int VALUE_NAME = 1;

  private final byte[] network;
  private final ProtobufWriter graph = new ProtobufWriter();

  private TappedNetwork(byte[] network) {
    this.network = network;
  }

  /** The network, giving these of its values too. */
  public static byte[] giving(byte[] network, Collection<String> values) {
    TappedNetwork tapped = new TappedNetwork(network);
    values.forEach(tapped::give);
    return tapped.bytes();
  }

  /**
   * The network, giving what goes into some layers and all that comes out of them, under the names
   * of {@link #taps}.
   */
  public static byte[] tapping(byte[] network, List<RecurrentLayer> layers) {
    TappedNetwork tapped = new TappedNetwork(network);
    for (int number = 0; number < layers.size(); number++) {
      tapped.tap(layers.get(number).node(), taps(layers.get(number), number));
    }
    return tapped.bytes();
  }

  /** What is given of the layer with a number, and the names it is given under. */
  public static Map<Tap, String> taps(RecurrentLayer layer, int number) {
    Map<Tap, String> names = new TreeMap<>();
    for (Tap tap : Tap.values()) {
      if (tap.isOf(layer)) {
        names.put(tap, "kilter.tap." + number + "." + tap);
      }
    }
    return names;
  }

  /** What goes in is given as it is; what comes out, by the same operation once more. */
  private void tap(Node node, Map<Tap, String> names) {
    List<String> outputs = new ArrayList<>();
    names.forEach(
        (tap, name) -> {
          if (tap.isInput()) {
            graph.put(NODE, identity(node.input(tap.place()), name));
          } else {
            outputs.add(name);
          }
        });
    graph.put(NODE, node.again(outputs, network));
    names.values().forEach(this::give);
  }

  private static ProtobufWriter identity(String from, String to) {
    return new ProtobufWriter()
        .put(Node.INPUT, from)
        .put(Node.OUTPUT, to)
        .put(Node.OPERATOR, "Identity");
  }

  private void give(String value) {
    graph.put(OUTPUT, new ProtobufWriter().put(VALUE_NAME, value));
  }

  private byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(network);
    bytes.writeBytes(new ProtobufWriter().put(GRAPH, graph).toBytes());
    return bytes.toByteArray();
  }
}
