package dev.kilter.tools.model;

import dev.kilter.job.config.Durations;
import dev.kilter.onnx.ModelContract;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is promised of a model and where it came from, in words. */
final class ContractFacts {
  private static final String COLUMNS = "%-24s%-8s%-6s%-18s%14s%14s";

  private final ModelContract contract;
  private final FactLines facts = new FactLines();

  ContractFacts(ModelContract contract) {
    this.contract = contract;
  }

  List<String> lines() {
    facts.begin();
    facts.add("Contract", contract.name() + "/" + contract.version() + ", " + contract.kind());
    facts.add("", rows());
    facts.add(
        "",
        "The newest score has a weight of %s in the average; threshold by quantile: %s"
            .formatted(contract.smoothing().weight(), thresholds()));
    channels();
    facts.begin();
    facts.add("Provenance", contract.training() == null ? "unknown" : told(contract.training()));
    return facts.lines();
  }

  private String rows() {
    ModelContract.SequenceShape shape = contract.sequence();
    String least = shape.least() < shape.length() ? shape.least() + " to " : "";
    String from =
        shape.period() == null
            ? "a row per event"
            : "a row every " + Durations.text(shape.period());
    return "%s%d rows, %s; a sequence ends every %s; %s"
        .formatted(
            least,
            shape.length(),
            from,
            shape.stride() == 1 ? "row" : shape.stride() + " rows",
            contract.axes());
  }

  private String thresholds() {
    return contract.quantiles().entrySet().stream()
        .map(entry -> String.format(Locale.ROOT, "%s %.4g", entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private void channels() {
    facts.below("");
    facts.below(
        COLUMNS.formatted("channel", "unit", "of", "filled by", "usual error", "deviation"));
    for (int number = 0; number < contract.channels().size(); number++) {
      ModelContract.Channel channel = contract.channels().get(number);
      facts.below(
          COLUMNS.formatted(
              Drawing.cut(channel.name(), 23),
              channel.unit(),
              channel.aggregate(),
              filled(channel),
              number(contract.errors().mean()[number]),
              number(contract.errors().deviation()[number])));
    }
  }

  private static String filled(ModelContract.Channel channel) {
    Duration age = channel.maximumAge();
    return channel.fill()
        + (channel.constant() == null ? "" : " " + channel.constant())
        + (age == null ? "" : " for " + Durations.text(age));
  }

  private static String number(float number) {
    return String.format(Locale.ROOT, "%.4g", number);
  }

  private static String told(Map<String, Object> training) {
    return training.entrySet().stream()
        .map(entry -> entry.getKey() + " " + value(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String value(Object value) {
    return value instanceof Map<?, ?> parts
        ? parts.entrySet().stream()
            .map(part -> part.getKey() + " " + part.getValue())
            .collect(Collectors.joining(", "))
        : String.valueOf(value);
  }
}
