package dev.kilter.onnx;

import java.util.List;
import java.util.Map;

/**
 * Checks the numbers of a contract that scoring goes by. A network that classifies needs none of
 * them; what there is of them must be right all the same.
 */
final class ScoringCheck {
  private final ModelContract contract;
  private final Requirements requirements;
  private final boolean needed;

  ScoringCheck(ModelContract contract, Requirements requirements) {
    this.contract = contract;
    this.requirements = requirements;
    this.needed = !contract.classifies();
  }

  void check() {
    if (needed || contract.errors() != null) {
      errors();
    }
    if (contract.scaling() != null) {
      perChannel("scaling.mean", contract.scaling().mean());
      perChannel("scaling.deviation", contract.scaling().deviation());
      positive("scaling.deviation", contract.scaling().deviation());
    }
    if (needed || contract.smoothing() != null) {
      smoothing();
    }
    if (needed || contract.quantiles() != null) {
      quantiles();
    }
  }

  private void errors() {
    require(contract.errors() != null, "errors", null, "mean and deviation per channel");
    require("newest".equals(contract.errors().of()), "errors.of", contract.errors().of(), "newest");
    perChannel("errors.mean", contract.errors().mean());
    perChannel("errors.deviation", contract.errors().deviation());
    positive("errors.deviation", contract.errors().deviation());
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

  private void quantiles() {
    Map<String, Double> quantiles = contract.quantiles();
    require(
        quantiles != null && !quantiles.isEmpty(),
        "quantiles",
        quantiles,
        "at least one, such as {\"0.999\": 2.5}");
    quantiles.forEach(
        (level, score) -> {
          require(isLevel(level), "quantiles", level, "a level between 0 and 1");
          require(
              score != null && score > 0 && !score.isInfinite(),
              "quantiles." + level,
              score,
              "a score above 0");
        });
  }

  private void perChannel(String key, float[] values) {
    int channels = contract.channels().size();
    require(
        values != null && values.length == channels,
        key,
        values == null ? null : values.length + " numbers",
        channels + " numbers, one per channel");
    for (float value : values) {
      require(Float.isFinite(value), key, value, "finite numbers");
    }
  }

  private void positive(String key, float[] values) {
    for (float value : values) {
      require(value > 0, key, value, "numbers above 0");
    }
  }

  private void require(boolean condition, String key, Object value, String right) {
    requirements.require(condition, key, value, right);
  }

  private static boolean isLevel(String level) {
    try {
      double number = Double.parseDouble(level);
      return number > 0 && number < 1;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
