package dev.kilter.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A first draft of {@code model.json}: what a graph tells of itself, and null for what it cannot
 * tell, so that it is refused until that is filled in.
 */
public final class ContractDraft {
  private final Graph graph;
  private final GraphTensor sequence;
  private final AxisOrder order;
  private final RoleGuess guess;
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final List<String> known = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private final List<String> measured = new ArrayList<>();

  private ContractDraft(Graph graph, String file) {
    this.graph = graph;
    this.sequence =
        graph.inputs().stream()
            .filter(input -> input.isFloat(3))
            .findFirst()
            .orElseThrow(
                () ->
                    new UserError(
                        file
                            + " has no input that a sequence could go into: one that is float32"
                            + " with the axes time, batch and channel; it has "
                            + graph.inputs()));
    this.order = AxisOrder.of(sequence);
    this.guess = new RoleGuess(graph, sequence);
  }

  /**
   * Drafts the contract of a network.
   *
   * @param file where it was read from, for messages
   * @throws UserError when it is no network, or takes no sequence
   */
  public static ContractDraft of(byte[] network, String file, String name, String version) {
    ContractDraft draft = new ContractDraft(Graph.read(network, file), file);
    draft.json.put("format", 1).put("name", name).put("version", version);
    draft.json.put("sha256", Admission.sha256(network)).put("kind", draft.kind().label());
    draft.channels();
    draft.guess.classes().ifPresent(draft::classes);
    draft.rows();
    draft.tensors();
    draft.statistics();
    return draft;
  }

  /** The text of the file. */
  public String json() {
    try {
      return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(json)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always text", e);
    }
  }

  /** What the graph told, a line each. */
  public List<String> known() {
    return List.copyOf(known);
  }

  /** What it could not tell, a line each: the key, and what belongs there. */
  public List<String> open() {
    return List.copyOf(open);
  }

  /** What is measured on normal data unless it is known, a line each. */
  public List<String> measured() {
    return List.copyOf(measured);
  }

  private void channels() {
    long count = sequence.sizes().get(2);
    ArrayNode channels = json.putArray("channels");
    for (int channel = 0; channel < count; channel++) {
      ObjectNode entry = channels.addObject().putNull("name").putNull("unit");
      entry.put("aggregate", "last").put("fill", "hold").putNull("maximumAge");
    }
    open.add(
        count < 0
            ? "channels: the network takes any number; list those it was trained on, in its order"
            : "channels: the names of the "
                + count
                + ", in the order of the feature axis, and units");
    open.add(
        "channels.maximumAge: how long a value stands in for a missing one, as in PT60S; aggregate"
            + " and fill are what is usual");
  }

  private ModelKind kind() {
    return guess.classes().isPresent() ? ModelKind.CLASSIFICATION : ModelKind.RECONSTRUCTION;
  }

  private void classes(GraphTensor probabilities) {
    long count = probabilities.sizes().get(1);
    ArrayNode classes = json.putArray("classes");
    for (int each = 0; each < count; each++) {
      classes.addNull();
    }
    open.add("classes: the names of the " + count + ", in the order of " + probabilities);
  }

  private void rows() {
    long length = order.length(sequence);
    ObjectNode rows = json.putObject("sequence");
    rows.put("length", length < 0 ? null : length).put("stride", 1).putNull("period");
    json.put("axes", order.text());
    if (order == AxisOrder.UNKNOWN) {
      open.add("axes: time-major or batch-major; neither names nor sizes of the axes tell");
    } else {
      known.add("axes are " + order.text());
    }
    open.add(
        length < 0
            ? "sequence.length: rows of a sequence; minimumLength too, if it was trained on fewer"
            : "sequence.stride: after how many rows the next sequence of " + length + " ends");
    open.add("sequence.period: the time from row to row, as in PT10S; null is one row per event");
    if (order.bakedBatch(sequence) > 0) {
      open.add(
          "the batch size "
              + order.bakedBatch(sequence)
              + " is baked in: it will be refused; export it again with a dynamic batch axis");
    }
  }

  private void tensors() {
    roles("inputs", graph.inputs(), guess::input);
    roles("outputs", graph.outputs(), guess::output);
    boolean answered =
        graph.outputs().stream().anyMatch(o -> kind().answer().equals(guess.output(o)));
    if (!answered) {
      open.add(
          "outputs: none looks like a reconstruction, which is needed: shaped as the sequence");
    }
  }

  private void roles(String key, List<GraphTensor> tensors, Function<GraphTensor, String> guess) {
    ArrayNode list = json.putArray(key);
    for (GraphTensor tensor : tensors) {
      String role = guess.apply(tensor);
      list.addObject().put("name", tensor.name()).put("role", role);
      if (role == null) {
        open.add(key + ": the role of " + tensor + "; an output without one can be left out");
      } else {
        known.add(key + ": " + tensor + " is taken for the " + role);
      }
    }
  }

  private void statistics() {
    if (kind() == ModelKind.CLASSIFICATION) {
      return;
    }
    boolean errors = graph.outputs().stream().anyMatch(o -> "errors".equals(guess.output(o)));
    if (!errors) {
      json.putNull("scaling");
      open.add(
          "scaling: mean and deviation of each channel as it was trained with, 0 and 1 if the network"
              + " itself scales; null is measured");
    }
    json.putNull("errors").putObject("smoothing").put("weight", 1.0);
    json.putNull("quantiles");
    open.add("smoothing.weight: of the newest score in the average; 1 is no averaging");
    measured.add("errors, the mean and deviation of each channel's error");
    measured.add("quantiles of the final scores");
    measured.add("golden.json, unless there is one with outputs from where it was trained");
  }
}
