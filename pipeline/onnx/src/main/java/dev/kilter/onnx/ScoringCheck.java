package dev.kilter.onnx;

import java.util.List;

/**
 * Checks the numbers of a contract that scoring goes by. A network that classifies needs none of
 * them; what there is of them must be right all the same.
 */
final class ScoringCheck {
  private final ModelContract contract;
  private final Requirements requirements;
  private final StatisticsCheck statistics;
  private final boolean needed;

  ScoringCheck(ModelContract contract, Requirements requirements) {
    this.contract = contract;
    this.requirements = requirements;
    this.statistics = new StatisticsCheck(requirements, contract.channels().size());
    this.needed = !contract.classifies();
  }

  void check() {
    if (needed || contract.errors() != null) {
      errors();
    }
    if (contract.scaling() != null) {
      statistics.spread("scaling", contract.scaling().mean(), contract.scaling().deviation());
    }
    if (needed || contract.smoothing() != null) {
      smoothing();
    }
    if (needed || contract.quantiles() != null) {
      statistics.quantiles("quantiles", contract.quantiles());
    }
  }

  private void errors() {
    require(contract.errors() != null, "errors", null, "mean and deviation per channel");
    require("newest".equals(contract.errors().of()), "errors.of", contract.errors().of(), "newest");
    statistics.spread("errors", contract.errors().mean(), contract.errors().deviation());
    List<String> channels = contract.channelNames();
    require(
        channels.containsAll(contract.errors().leftOut())
            && contract.errors().leftOut().size() < channels.size(),
        "errors.screened",
        contract.errors().screened(),
        "some of the channels, " + channels + ", not all");
  }

  private void smoothing() {
    double weight = contract.smoothing() == null ? Double.NaN : contract.smoothing().weight();
    require(weight > 0 && weight <= 1, "smoothing.weight", weight, "above 0 and at most 1");
  }

  private void require(boolean condition, String key, Object value, String right) {
    requirements.require(condition, key, value, right);
  }
}
