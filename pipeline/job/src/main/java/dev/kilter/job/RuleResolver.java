package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.alert.ModelRule;
import dev.kilter.event.PerEntity;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import dev.kilter.score.DeviationRule;
import dev.kilter.score.DeviationRules;
import dev.kilter.score.ScoringRule;
import dev.kilter.score.threshold.Threshold;
import java.util.List;
import java.util.Map;

/** Makes the rules by which the scores of a model become verdicts under a detector. */
final class RuleResolver {
  private final DetectorConfig detector;

  RuleResolver(DetectorConfig detector) {
    this.detector = detector;
  }

  /**
   * The rules of a bundle, which may differ from entity to entity; none for one not to be judged.
   *
   * @throws UserError when the detector wants a quantile that is not calibrated, or has a rule for
   *     a channel at which the model does not look
   */
  PerEntity<ModelRule> rules(ModelBundle bundle) {
    ModelContract contract = bundle.contract();
    double weight = contract.smoothing().weight();
    DeviationRules deviations = deviations(contract);
    return thresholds(bundle)
        .map(threshold -> new ScoringRule(weight, threshold, deviations))
        .map(rule -> new ModelRule(contract.reference(), rule));
  }

  /**
   * What the averaged scores of each entity are held against; nothing for one not to be judged.
   *
   * @throws UserError when the detector wants a quantile that is not calibrated
   */
  PerEntity<Threshold> thresholds(ModelBundle bundle) {
    String level = level(bundle);
    return bundle
        .statistics()
        .map(
            normal ->
                detector
                    .sensitivity()
                    .threshold()
                    .of(normal.quantiles().get(level), ModelVersion.of(bundle, normal)));
  }

  /**
   * Which deviations of a model's channels matter.
   *
   * @throws UserError when the detector has a rule for a channel at which the model does not look
   */
  DeviationRules deviations(ModelContract contract) {
    Map<String, DeviationRule> rules = detector.sensitivity().deviations();
    List<String> channels = contract.channelNames();
    for (String channel : rules.keySet()) {
      if (!channels.contains(channel)) {
        throw new UserError(
            "%s with model %s/%s: deviation has a rule for %s, at which the model does not look; it"
                    .formatted(detector.title(), contract.name(), contract.version(), channel)
                + " looks at "
                + channels);
      }
    }
    return DeviationRules.of(channels, rules);
  }

  private String level(ModelBundle bundle) {
    ModelContract contract = bundle.contract();
    String level = detector.quantile() == null ? contract.strictestQuantile() : detector.quantile();
    if (!contract.quantiles().containsKey(level)) {
      throw new UserError(
          "%s with model %s: quantile %s is not calibrated in the model; it has %s"
              .formatted(detector.title(), nameOf(bundle), level, contract.quantiles().keySet()));
    }
    return level;
  }

  /** The models of many entities have one name. */
  private String nameOf(ModelBundle bundle) {
    ModelContract contract = bundle.contract();
    String name = contract.name() + "/" + contract.version();
    return detector.model().perEntity() ? name + " at " + bundle.place() : name;
  }
}
