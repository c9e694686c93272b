package dev.kilter.tools.calibrate;

import static dev.kilter.tools.demo.HumanNumbers.grouped;

import dev.kilter.onnx.ModelContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a calibration came to, in lines for a person.
 *
 * @param withChannels whether the lines for a pipeline file tell the channels, too
 */
record Summary(Outcome outcome, boolean withChannels) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    ModelContract contract = outcome.contract();
    lines.add(outcome.folder() + " is written and admitted: " + contract.reference());
    lines.add(
        "%s rows of %s entities; errors of %s sequences, quantiles of %s held out (%s)"
            .formatted(
                grouped(outcome.rows().rows()),
                grouped(outcome.rows().entities().size()),
                grouped(outcome.errors().measured()),
                grouped(outcome.errors().held()),
                outcome.heldOut().text(outcome.rows().entities().size())));
    lines.addAll(channels());
    contract.quantiles().forEach((level, score) -> lines.add(quantile(level, score)));
    outcome.notes().forEach(note -> lines.add("Note: " + note + "."));
    lines.addAll(pipelineLines());
    return lines;
  }

  private List<String> channels() {
    ModelContract contract = outcome.contract();
    List<String> names = contract.channelNames();
    int width = Math.max(7, names.stream().mapToInt(String::length).max().orElse(0));
    Moments usual = outcome.rows().moments();
    String line = "  %-" + width + "s  %24s  %24s";
    List<String> lines = new ArrayList<>();
    lines.add(line.formatted("channel", "usual, ±", "error, ±"));
    for (int channel = 0; channel < names.size(); channel++) {
      lines.add(
          line.formatted(
              names.get(channel),
              spread(usual.mean(channel), usual.deviation(channel)),
              spread(contract.errors().mean()[channel], contract.errors().deviation()[channel])));
    }
    return lines;
  }

  private static String spread(double mean, double deviation) {
    return String.format(Locale.ROOT, "%.4g ± %.4g", mean, deviation);
  }

  private String quantile(String level, double score) {
    ScoreHistogram held = outcome.scores().held();
    ScoreHistogram others = outcome.scores().others();
    return String.format(
        Locale.ROOT,
        "  quantile %-6s %.4g: above it %s of %s normal sequences held out, %s of the other %s",
        level,
        score,
        grouped(held.above(score)),
        grouped(held.total()),
        grouped(others.above(score)),
        grouped(others.total()));
  }

  private List<String> pipelineLines() {
    ModelContract contract = outcome.contract();
    Path folder = outcome.folder().toAbsolutePath().normalize();
    Path store = folder.getParent().getParent();
    boolean named = store != null && folder.endsWith(Path.of(contract.name(), contract.version()));
    Path models = named ? store : folder.getParent();
    List<String> lines = new ArrayList<>();
    lines.add("To use it, in a pipeline file:");
    if (withChannels) {
      lines.add("  channels:");
      contract
          .channels()
          .forEach(each -> lines.add("    %s: {unit: %s}".formatted(each.name(), each.unit())));
    }
    lines.add("  models: " + models);
    lines.add("  detectors:");
    lines.add("    - id: " + contract.name());
    lines.add("      entities: \"*\"");
    lines.add("      model: " + models.relativize(folder));
    return lines;
  }
}
