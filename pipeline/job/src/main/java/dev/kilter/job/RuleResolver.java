package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.alert.ModelRule;
import dev.kilter.event.PerEntity;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import dev.kilter.score.ScoringRule;

/** Makes the rules by which the scores of a model become verdicts under a detector. */
final class RuleResolver {
  private final DetectorConfig detector;

  RuleResolver(DetectorConfig detector) {
    this.detector = detector;
  }

  /**
   * The rules of a bundle, which may differ from entity to entity; none for one not to be judged.
   *
   * @throws UserError when the detector wants a quantile that is not calibrated
   */
  PerEntity<ModelRule> rules(ModelBundle bundle) {
    ModelContract contract = bundle.contract();
    String level = detector.quantile() == null ? contract.strictestQuantile() : detector.quantile();
    if (!contract.quantiles().containsKey(level)) {
      throw new UserError(
          "%s with model %s: quantile %s is not calibrated in the model; it has %s"
              .formatted(detector.title(), nameOf(bundle), level, contract.quantiles().keySet()));
    }
    double weight = contract.smoothing().weight();
    return bundle
        .statistics()
        .map(
            normal ->
                new ModelRule(
                    contract.reference(), new ScoringRule(weight, normal.quantiles().get(level))));
  }

  /** The models of many entities have one name. */
  private String nameOf(ModelBundle bundle) {
    ModelContract contract = bundle.contract();
    String name = contract.name() + "/" + contract.version();
    return detector.model().perEntity() ? name + " at " + bundle.place() : name;
  }
}
