package dev.kilter.tools.model;

import dev.kilter.onnx.NetworkInspection;
import dev.kilter.onnx.graph.DenseLayer;
import dev.kilter.onnx.graph.GateWeights;
import dev.kilter.onnx.graph.Layer;
import dev.kilter.onnx.graph.OtherOperations;
import dev.kilter.onnx.graph.RecurrentLayer;
import dev.kilter.onnx.graph.SoftmaxLayer;
import dev.kilter.tools.demo.HumanNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The layers of a network as one would draw them, from what goes in down to what comes out. */
final class NetworkDrawing {
  private static final int NAME_WIDTH = 36;
  private static final int OTHERS_WIDTH = 88;

  private final NetworkInspection network;
  private final Drawing drawing = new Drawing();

  NetworkDrawing(NetworkInspection network) {
    this.network = network;
  }

  List<String> lines() {
    network.inputs().forEach(input -> drawing.open(input.toString()));
    for (Layer layer : network.layers()) {
      draw(layer);
    }
    drawing.end();
    network.outputs().forEach(output -> drawing.open(output.toString()));
    return drawing.lines();
  }

  private void draw(Layer layer) {
    if (layer instanceof RecurrentLayer recurrent) {
      draw(recurrent);
    } else if (layer instanceof DenseLayer dense) {
      draw(dense);
    } else if (layer instanceof SoftmaxLayer softmax) {
      drawing.box("Softmax  " + Drawing.cut(softmax.name(), NAME_WIDTH), "", List.of());
    } else if (layer instanceof OtherOperations others) {
      drawing.passing(Drawing.cut(counted(others), OTHERS_WIDTH));
    }
  }

  private void draw(RecurrentLayer layer) {
    List<String> more = new ArrayList<>();
    for (int way = 0; way < layer.directions(); way++) {
      String direction =
          layer.directions() == 1 ? "" : layer.isReverse(way) ? "backward" : "forward";
      more.add(
          "  %-14s%17s%9s%19s%9s%8s%9s"
              .formatted(
                  direction, "input weights", "norm", "recurrent weights", "norm", "bias", "norm"));
      ordered(layer, way).forEach(gate -> more.add(gateLine(layer, gate)));
    }
    String heading =
        "%s  %s   %d → %d, %s"
            .formatted(
                layer.cell(),
                Drawing.cut(layer.name(), NAME_WIDTH),
                layer.inputs(),
                layer.directions() * layer.hidden(),
                layer.directions() == 1
                    ? layer.direction()
                    : "both directions, " + layer.hidden() + " each");
    drawing.box(heading, parameters(layer), more);
  }

  private static List<GateWeights> ordered(RecurrentLayer layer, int way) {
    List<GateWeights> gates = layer.gates(way);
    return layer.cell().gatesAsTold().stream()
        .map(gate -> gates.get(layer.cell().gates().indexOf(gate)))
        .toList();
  }

  private static String gateLine(RecurrentLayer layer, GateWeights gate) {
    int hidden = layer.hidden();
    return String.format(
        Locale.ROOT,
        "  %s  %-11s%17s%9.3f%19s%9.3f%8d%9.3f",
        gate.gate().symbol(),
        gate.gate().label(),
        hidden + " × " + layer.inputs(),
        gate.input(),
        hidden + " × " + hidden,
        gate.recurrent(),
        hidden,
        gate.bias());
  }

  private void draw(DenseLayer layer) {
    String norm =
        String.format(
            Locale.ROOT,
            "  weights %d × %d, norm %.3f",
            layer.outputs(),
            layer.inputs(),
            layer.weight().norm());
    String bias =
        layer.bias() == null
            ? ""
            : String.format(
                Locale.ROOT, "; bias %d, norm %.3f", layer.outputs(), layer.bias().norm());
    String heading =
        "Dense  %s   %d → %d"
            .formatted(Drawing.cut(layer.name(), NAME_WIDTH), layer.inputs(), layer.outputs());
    drawing.box(heading, parameters(layer), List.of(norm + bias));
  }

  private static String parameters(Layer layer) {
    return HumanNumbers.grouped(layer.parameters()) + " parameters";
  }

  private static String counted(OtherOperations others) {
    Map<String, Long> counts =
        others.operators().stream()
            .collect(Collectors.groupingBy(o -> o, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " × " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
