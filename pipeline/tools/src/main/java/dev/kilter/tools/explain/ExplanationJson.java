package dev.kilter.tools.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.onnx.LayerTrace;
import dev.kilter.onnx.ModelContract;
import dev.kilter.onnx.graph.DirectionTrace;
import dev.kilter.onnx.graph.Gate;
import dev.kilter.sequence.Sequence;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** An explanation with all its numbers, as JSON. */
final class ExplanationJson {
  private final Explanation explanation;
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  private ExplanationJson(Explanation explanation) {
    this.explanation = explanation;
  }

  static ObjectNode of(Explanation explanation) {
    return new ExplanationJson(explanation).written();
  }

  private ObjectNode written() {
    json.put("entity", explanation.report().subject().entity());
    json.put("detector", explanation.report().subject().detector());
    json.put("time", Instant.ofEpochMilli(explanation.report().timeMillis()).toString());
    json.put("from", Instant.ofEpochMilli(explanation.fromMillis()).toString());
    ModelContract contract = explanation.contract();
    json.putObject("model")
        .put("name", contract.name())
        .put("version", contract.version())
        .put("sha256", contract.sha256());
    json.put("raw", explanation.report().raw());
    json.put("rawByTheModel", explanation.model().raw());
    json.put("rebaselined", explanation.rebaselined());
    json.put("average", explanation.report().average());
    json.put("threshold", explanation.report().threshold());
    json.put("offKilter", explanation.odd());
    json.put("rows", explanation.rows());
    times();
    channels();
    ArrayNode layers = json.putArray("layers");
    explanation.model().layers().forEach(layer -> put(layer, layers.addObject()));
    ArrayNode unexplained = json.putArray("unexplained");
    explanation.model().unexplained().forEach(unexplained::add);
    return json;
  }

  /** The time of every row, where it is known: of rows on a grid, or shown one by one. */
  private void times() {
    long period = explanation.contract().sequence().periodMillis();
    List<Sequence> sequences = explanation.sequences();
    if (sequences.size() == explanation.rows()) {
      ArrayNode times = json.putArray("times");
      sequences.forEach(s -> times.add(Instant.ofEpochMilli(s.timeMillis()).toString()));
    } else if (period > 0) {
      ArrayNode times = json.putArray("times");
      for (int back = explanation.rows() - 1; back >= 0; back--) {
        long millis = explanation.report().timeMillis() - back * period;
        times.add(Instant.ofEpochMilli(millis).toString());
      }
    }
  }

  private void channels() {
    ArrayNode channels = json.putArray("channels");
    for (int number = 0; number < explanation.channels(); number++) {
      ModelContract.Channel channel = explanation.contract().channels().get(number);
      ObjectNode entry = channels.addObject();
      entry.put("name", channel.name()).put("unit", channel.unit());
      entry.put("observed", explanation.newest(explanation.model().rows().observed(), number));
      entry.put("expected", explanation.newest(explanation.model().rows().expected(), number));
      entry.put("error", explanation.model().errors()[number]);
      entry.put("leftOut", explanation.leftOut(number));
      number(entry, "standardised", explanation.model().parts()[number]);
      entry.put("partNow", explanation.partNow(number));
      entry.put("part", explanation.report().shares()[number]);
      series(entry.putObject("series"), number);
    }
  }

  private void series(ObjectNode series, int channel) {
    ArrayNode observed = series.putArray("observed");
    ArrayNode measured = series.putArray("measured");
    ArrayNode expected = series.putArray("expected");
    for (int row = 0; row < explanation.rows(); row++) {
      int at = row * explanation.channels() + channel;
      add(observed, explanation.model().rows().observed()[at]);
      measured.add(explanation.model().rows().measured()[at]);
      add(expected, explanation.model().rows().expected()[at]);
    }
  }

  private static void put(LayerTrace trace, ObjectNode json) {
    json.put("name", trace.layer().name());
    json.put("cell", trace.layer().cell().name().toLowerCase(Locale.ROOT));
    json.put("inputs", trace.layer().inputs()).put("hidden", trace.layer().hidden());
    json.put("direction", trace.layer().direction());
    json.put("largestDifference", trace.difference());
    ArrayNode directions = json.putArray("directions");
    for (DirectionTrace direction : trace.directions()) {
      ObjectNode entry = directions.addObject().put("reverse", direction.reverse());
      for (Gate gate : trace.layer().cell().gatesAsTold()) {
        states(entry, gate.label() + "Gate", trace.of(gate, direction), direction);
      }
      if (direction.cells() != null) {
        states(entry, "cellState", direction.cells(), direction);
      }
      states(entry, "hiddenState", direction.hidden(), direction);
    }
  }

  /** Row by row, in each the units. */
  private static void states(
      ObjectNode json, String name, float[] states, DirectionTrace direction) {
    ArrayNode rows = json.putArray(name);
    for (int row = 0; row < direction.rows(); row++) {
      ArrayNode units = rows.addArray();
      for (int unit = 0; unit < direction.units(); unit++) {
        units.add(states[row * direction.units() + unit]);
      }
    }
  }

  private static void number(ObjectNode json, String name, float number) {
    json.put(name, Float.isFinite(number) ? number : null);
  }

  private static void add(ArrayNode list, float number) {
    list.add(Float.isFinite(number) ? number : null);
  }
}
