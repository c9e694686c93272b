package dev.kilter.tools.pipeline;

import dev.kilter.alert.ModelRule;
import dev.kilter.event.PerEntity;
import dev.kilter.job.Detector;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import dev.kilter.onnx.Statistics;
import dev.kilter.score.Rebaselining;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A detector as it was understood, its models included, for a person to read. */
final class DetectorText {
  private static final int HASH_SHOWN = 12;

  private final DetectorConfig config;
  private final Detector detector;
  private final ModelContract contract;

  private DetectorText(DetectorConfig config, Detector detector) {
    this.config = config;
    this.detector = detector;
    this.contract = detector.models().all().findFirst().orElseThrow().contract();
  }

  /** What there is to say, by what it is about. */
  static Map<String, String> of(DetectorConfig config, Detector detector) {
    DetectorText text = new DetectorText(config, detector);
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("detector", config.id() + " watches " + config.entities());
    lines.put("  model", text.models() + ", looks at " + String.join(", ", text.channels()));
    if (config.model().perEntity()) {
      lines.put("  unseen", text.unseen());
    }
    text.statistics().ifPresent(words -> lines.put("  entities", words));
    if (detector.classifier() != null) {
      lines.put("  classifier", classifier(detector.classifier()));
    }
    lines.put("  sequence", text.sequence());
    lines.put("  threshold", text.threshold());
    lines.putAll(SensitivityText.of(config.sensitivity()));
    lines.put("  alert", text.alert());
    if (detector.rebaselining() != null) {
      lines.put("  rebaseline", rebaselined(detector.rebaselining()));
    }
    return lines;
  }

  private String alert() {
    String rules = AlertText.of(detector.judge().policy());
    return config.alert().suitsTheModel() ? rules + "; made to suit the model" : rules;
  }

  private static String rebaselined(Rebaselining rules) {
    return "an error that stays at one level for %s is normal then, up to %s deviations"
        .formatted(PlanText.shown(rules.after()), rules.most());
  }

  private static String classifier(ModelBundle bundle) {
    return named(bundle)
        + ", says of what is above the threshold which it is of "
        + String.join(", ", bundle.contract().classes());
  }

  private Iterable<String> channels() {
    return contract.channelNames();
  }

  private String models() {
    if (!config.model().perEntity()) {
      return named(detector.models().others());
    }
    int count = detector.models().own().size();
    return "one for each entity, %d found from %s to %s"
        .formatted(count, detector.models().own().firstKey(), detector.models().own().lastKey());
  }

  private String unseen() {
    ModelBundle others = detector.models().others();
    return others == null
        ? "an entity without a model is not judged"
        : "an entity without a model is judged by " + named(others);
  }

  /** Of one model for many entities that are not all alike. */
  private Optional<String> statistics() {
    if (config.model().perEntity() || detector.models().others().entitiesJson() == null) {
      return Optional.empty();
    }
    PerEntity<Statistics> normal = detector.models().others().statistics();
    return Optional.of(
        "%d with statistics of their own; others are %s"
            .formatted(
                normal.own().size(), normal.others() == null ? "not judged" : "held against all"));
  }

  private static String named(ModelBundle bundle) {
    ModelContract contract = bundle.contract();
    return contract.name()
        + "/"
        + contract.version()
        + ", SHA-256 "
        + contract.sha256().substring(0, HASH_SHOWN)
        + "…";
  }

  private String sequence() {
    int stride = contract.sequence().stride();
    return "%d rows, a new one every %s"
        .formatted(contract.sequence().length(), stride == 1 ? "row" : stride + " rows");
  }

  private String threshold() {
    String level = config.quantile() == null ? strictest() : config.quantile();
    return "%s, %s; the newest score weighs %s"
        .formatted(
            span("%.6g", rule -> rule.rule().thresholdAtFirst()),
            config.sensitivity().threshold().words(level),
            span("%s", rule -> rule.rule().weight()));
  }

  private String strictest() {
    return config.model().perEntity() ? "strictest" : contract.strictestQuantile();
  }

  /** A number where all models have the same, else from the least to the most. */
  private String span(String format, ToDoubleFunction<ModelRule> part) {
    DoubleSummaryStatistics all =
        detector.judge().models().all().mapToDouble(part).summaryStatistics();
    String least = String.format(Locale.ROOT, format, all.getMin());
    String most = String.format(Locale.ROOT, format, all.getMax());
    return least.equals(most) ? least : least + " to " + most;
  }
}
