package dev.kilter.onnx.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A layer of recurrent cells.
 *
 * @param name what it is called
 * @param cell the kind of its cells
 * @param node the operation
 * @param input weights of what comes in, [direction, gate × hidden, input]
 * @param recurrent weights of the hidden state, [direction, gate × hidden, hidden]
 * @param bias what is added, [direction, 2 × gate × hidden], or null
 */
public record RecurrentLayer(
    String name, Cell cell, Node node, FloatTensor input, FloatTensor recurrent, FloatTensor bias)
    implements Layer {
  static final int SOURCE = 0;
  static final int LENGTHS = 4;
  static final int HIDDEN_STATE = 5;
  static final int CELL_STATE = 6;
  private static final int PEEPHOLES = 7;

  /** The numbers that go into each step. */
  public int inputs() {
    return input.size(2);
  }

  /** The size of the hidden state. */
  public int hidden() {
    return recurrent.size(2);
  }

  /** How many ways the rows are read: 1 or 2. */
  public int directions() {
    return input.size(0);
  }

  /** Which way, as ONNX says it: forward, reverse or bidirectional. */
  public String direction() {
    return node.text("direction", "forward");
  }

  /** Whether one of its directions reads the newest row first. */
  public boolean isReverse(int way) {
    return way == 1 || direction().equals("reverse");
  }

  /**
   * Whether a GRU's reset gate works on what the recurrent weights gave, rather than before them.
   */
  public boolean resetsAfter() {
    return node.whole("linear_before_reset", 0) != 0;
  }

  @Override
  public List<FloatTensor> weights() {
    return bias == null ? List.of(input, recurrent) : List.of(input, recurrent, bias);
  }

  /** The multiplications of a weight with a number in one step, all directions. */
  public long operationsPerRow() {
    return (long) input.values().length + recurrent.values().length;
  }

  /** How large the weights of one direction are, gate by gate, in ONNX's order. */
  public List<GateWeights> gates(int way) {
    List<GateWeights> gates = new ArrayList<>();
    int block = way * cell.gates().size();
    for (Gate gate : cell.gates()) {
      gates.add(
          new GateWeights(
              gate,
              FloatTensor.norm(input.values(), block * hidden() * inputs(), hidden() * inputs()),
              FloatTensor.norm(
                  recurrent.values(), block * hidden() * hidden(), hidden() * hidden()),
              biasNorm(way, gate)));
      block++;
    }
    return gates;
  }

  private double biasNorm(int way, Gate gate) {
    double sum = 0;
    int first = cell.gates().indexOf(gate) * hidden();
    for (int unit = first; unit < first + hidden(); unit++) {
      double added = bias(way, unit) + recurrentBias(way, unit);
      sum += added * added;
    }
    return Math.sqrt(sum);
  }

  /** What is added beside the input weights to a row of them. */
  double bias(int way, int row) {
    return bias == null ? 0 : bias.values()[2 * way * rows() + row];
  }

  /** What is added beside the recurrent weights to a row of them. */
  double recurrentBias(int way, int row) {
    return bias == null ? 0 : bias.values()[(2 * way + 1) * rows() + row];
  }

  /** The rows of the weights of one direction: a hidden state's for each gate. */
  int rows() {
    return cell.gates().size() * hidden();
  }

  /** What of it is beyond the usual equations, so that its gates are not computed. */
  public Optional<String> unusual() {
    List<String> activations = new ArrayList<>();
    Collections.nCopies(directions(), cell.activations()).forEach(activations::addAll);
    Attribute told = node.attributes().get("activations");
    if (told != null && !told.texts().equals(activations)) {
      return Optional.of("its activations are " + told.texts());
    }
    for (String attribute : List.of("clip", "input_forget", "layout")) {
      Attribute found = node.attributes().get(attribute);
      if (found != null && (found.whole() != 0 || found.real() != 0)) {
        return Optional.of("it has the attribute " + attribute);
      }
    }
    return node.input(PEEPHOLES).isEmpty() ? Optional.empty() : Optional.of("it has peepholes");
  }
}
