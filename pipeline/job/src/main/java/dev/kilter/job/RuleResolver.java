package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.alert.ModelRule;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import dev.kilter.score.ScoringRule;

/** Makes the rule by which the scores of a model become verdicts under a detector. */
final class RuleResolver {
  private final DetectorConfig detector;

  RuleResolver(DetectorConfig detector) {
    this.detector = detector;
  }

  /**
   * The rule of a bundle.
   *
   * @throws UserError when the detector wants a quantile that is not calibrated
   */
  ModelRule rule(ModelBundle bundle) {
    ModelContract contract = bundle.contract();
    String level = detector.quantile() == null ? contract.strictestQuantile() : detector.quantile();
    Double threshold = contract.quantiles().get(level);
    if (threshold == null) {
      throw new UserError(
          "%s with model %s: quantile %s is not calibrated in the model; it has %s"
              .formatted(detector.title(), nameOf(bundle), level, contract.quantiles().keySet()));
    }
    return new ModelRule(
        contract.reference(), new ScoringRule(contract.smoothing().weight(), threshold));
  }

  /** The models of many entities have one name. */
  private String nameOf(ModelBundle bundle) {
    ModelContract contract = bundle.contract();
    String name = contract.name() + "/" + contract.version();
    return detector.model().perEntity() ? name + " at " + bundle.place() : name;
  }
}
