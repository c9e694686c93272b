package dev.kilter.onnx;

import dev.kilter.UserError;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that a contract is complete and does not contradict itself. */
final class ContractCheck {
  private static final Set<String> FILLS = Set.of("hold");
  private static final Set<String> AGGREGATES = Set.of("last");

  private final ModelContract contract;
  private final String file;

  private ContractCheck(ModelContract contract, String file) {
    this.contract = contract;
    this.file = file;
  }

  /**
   * Checks the whole contract.
   *
   * @throws UserError naming the key, its value and what would be right
   */
  static void check(ModelContract contract, String file) {
    ContractCheck check = new ContractCheck(contract, file);
    check.identity();
    check.channels();
    check.sequence();
    check.tensors();
    check.statistics();
    check.quantiles();
  }

  private void identity() {
    require(contract.format() == 1, "format", contract.format(), "1");
    require(notBlank(contract.name()), "name", contract.name(), "the model's name");
    require(notBlank(contract.version()), "version", contract.version(), "the model's version");
    require(notBlank(contract.sha256()), "sha256", contract.sha256(), "the hash of model.onnx");
    require(
        "reconstruction".equals(contract.kind()),
        "kind",
        contract.kind(),
        "reconstruction (the kinds forecast, score and classification are not supported yet)");
  }

  private void channels() {
    require(
        contract.channels() != null && !contract.channels().isEmpty(),
        "channels",
        contract.channels(),
        "at least one channel");
    Set<String> names = new HashSet<>();
    for (ModelContract.Channel channel : contract.channels()) {
      require(channel != null, "channels", contract.channels(), "a list of channels, none null");
      require(notBlank(channel.name()), "channels.name", channel.name(), "a name");
      require(names.add(channel.name()), "channels.name", channel.name(), "each channel once");
      require(FILLS.contains(channel.fill()), "channels.fill", channel.fill(), "hold");
      require(
          AGGREGATES.contains(channel.aggregate()),
          "channels.aggregate",
          channel.aggregate(),
          "last");
      require(
          channel.maximumAge() != null && !channel.maximumAge().isNegative(),
          "channels.maximumAge",
          channel.maximumAge(),
          "how long a value holds, as in PT60S");
    }
  }

  private void sequence() {
    require(contract.sequence() != null, "sequence", null, "length and stride");
    require(
        contract.sequence().length() > 0,
        "sequence.length",
        contract.sequence().length(),
        "a number of rows above 0");
    require(
        contract.sequence().stride() > 0,
        "sequence.stride",
        contract.sequence().stride(),
        "a number of rows above 0");
    require(
        Set.of("time-major", "batch-major").contains(String.valueOf(contract.axes())),
        "axes",
        contract.axes(),
        "time-major or batch-major");
  }

  private void tensors() {
    roles("inputs", contract.inputs(), Set.of("sequence"), "sequence");
    roles("outputs", contract.outputs(), Set.of("reconstruction", "errors"), "reconstruction");
    require(
        contract.errorsOutput().isPresent() || contract.scaling() != null,
        "scaling",
        null,
        "mean and deviation per channel, or an output with the role errors");
  }

  private void roles(
      String key, List<ModelContract.Tensor> tensors, Set<String> known, String needed) {
    require(tensors != null, key, null, "a tensor with the role " + needed);
    for (ModelContract.Tensor tensor : tensors) {
      require(tensor != null, key, tensors, "a list of tensors, none null");
      require(notBlank(tensor.name()), key + ".name", tensor.name(), "the tensor's name");
      require(
          known.contains(String.valueOf(tensor.role())),
          key + ".role",
          tensor.role(),
          "one of " + known);
    }
    require(
        ModelContract.withRole(tensors, needed).isPresent(),
        key,
        tensors,
        "a tensor with the role " + needed);
  }

  private void statistics() {
    require(contract.errors() != null, "errors", null, "mean and deviation per channel");
    require("newest".equals(contract.errors().of()), "errors.of", contract.errors().of(), "newest");
    perChannel("errors.mean", contract.errors().mean());
    perChannel("errors.deviation", contract.errors().deviation());
    positive("errors.deviation", contract.errors().deviation());
    if (contract.scaling() != null) {
      perChannel("scaling.mean", contract.scaling().mean());
      perChannel("scaling.deviation", contract.scaling().deviation());
      positive("scaling.deviation", contract.scaling().deviation());
    }
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
    if (!condition) {
      throw new UserError(
          file
              + ": "
              + key
              + " is "
              + (value == null ? "missing" : value)
              + "; it must be "
              + right);
    }
  }

  private static boolean isLevel(String level) {
    try {
      double number = Double.parseDouble(level);
      return number > 0 && number < 1;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean notBlank(String text) {
    return text != null && !text.isBlank();
  }
}
