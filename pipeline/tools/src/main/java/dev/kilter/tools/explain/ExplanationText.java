package dev.kilter.tools.explain;

import dev.kilter.onnx.LayerTrace;
import dev.kilter.onnx.ModelContract;
import dev.kilter.onnx.graph.DirectionTrace;
import dev.kilter.onnx.graph.Gate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** An explanation for a terminal. */
final class ExplanationText {
  private static final int NAME_WIDTH = 24;
  private static final int BAR_WIDTH = 15;
  private static final String HEAD = "%-24s%-7s%10s%10s%11s%9s%6s%6s";

  private final Explanation explanation;
  private final List<String> lines = new ArrayList<>();

  ExplanationText(Explanation explanation) {
    this.explanation = explanation;
  }

  List<String> lines() {
    verdict();
    lines.add("");
    channels();
    explanation.model().layers().forEach(this::layer);
    explanation.model().unexplained().forEach(lines::add);
    return List.copyOf(lines);
  }

  private void verdict() {
    ModelContract contract = explanation.contract();
    lines.add(
        "%s at %s, judged by %s with %s/%s"
            .formatted(
                explanation.report().subject().entity(),
                Instant.ofEpochMilli(explanation.report().timeMillis()),
                explanation.report().subject().detector(),
                contract.name(),
                contract.version()));
    lines.add(
        String.format(
            Locale.ROOT,
            "%d rows from %s; raw score %.5g, average %.5g, threshold %.5g: %s",
            explanation.rows(),
            Instant.ofEpochMilli(explanation.fromMillis()),
            explanation.report().raw(),
            explanation.report().average(),
            explanation.report().threshold(),
            explanation.odd() ? "off kilter" : "normal"));
    if (explanation.rebaselined()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "What is normal of it has moved since the model was calibrated; without that the raw"
                  + " score is %.5g",
              explanation.model().raw()));
    }
  }

  private void channels() {
    lines.add(
        HEAD.formatted("channel", "unit", "observed", "expected", "error", "usual", "now", "part"));
    IntStream.range(0, explanation.channels())
        .boxed()
        .sorted(Comparator.comparingDouble(channel -> -explanation.report().shares()[channel]))
        .forEach(this::channel);
    lines.add(
        "error in scaled units; usual: how many deviations above its usual size; now: its part");
    lines.add("in the raw score; part: in the average, as alerts tell it");
  }

  private void channel(int number) {
    ModelContract.Channel channel = explanation.contract().channels().get(number);
    double part = explanation.report().shares()[number];
    lines.add(
        HEAD.formatted(
                cut(channel.name()),
                channel.unit(),
                number(explanation.newest(explanation.model().rows().observed(), number)),
                number(explanation.newest(explanation.model().rows().expected(), number)),
                number(explanation.model().errors()[number]),
                standardised(number),
                percent(explanation.partNow(number)),
                percent(part))
            + "  "
            + "█".repeat((int) Math.round(part * BAR_WIDTH)));
  }

  private String standardised(int channel) {
    float part = explanation.model().parts()[channel];
    if (!Float.isNaN(part)) {
      return String.format(Locale.ROOT, "%+.1f", part);
    }
    return explanation.leftOut(channel) ? "left out" : "filled";
  }

  private void layer(LayerTrace trace) {
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%s %s, %d units: its states, computed from the weights, equal ONNX Runtime's to %.1e",
            trace.layer().cell(),
            trace.layer().name(),
            trace.layer().hidden(),
            trace.difference()));
    for (DirectionTrace direction : trace.directions()) {
      String way = direction.reverse() ? "from the newest row back" : "from the oldest row on";
      lines.add(
          "  %-17s%7s%9s%9s   %s"
              .formatted("", "mean", "lowest", "highest", "mean of the units, " + way));
      for (Gate gate : trace.layer().cell().gatesAsTold()) {
        series(gate.label() + " gate", trace.of(gate, direction), direction.units());
      }
      if (direction.cells() != null) {
        series("cell state", direction.cells(), direction.units());
      }
      series("hidden state", direction.hidden(), direction.units());
    }
  }

  private void series(String name, float[] states, int units) {
    Summary summary = Summary.of(states, units);
    lines.add(
        String.format(
            Locale.ROOT,
            "  %-17s%7.3f%9.3f%9.3f   %s",
            name,
            summary.mean(),
            summary.lowest(),
            summary.highest(),
            summary.sparkline()));
  }

  private static String cut(String name) {
    return name.length() < NAME_WIDTH ? name : name.substring(0, NAME_WIDTH - 2) + "…";
  }

  private static String number(float number) {
    return Float.isFinite(number) ? String.format(Locale.ROOT, "%.4g", number) : "-";
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
