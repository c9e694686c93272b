package dev.kilter.onnx;

import dev.kilter.UserError;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that a contract is complete and does not contradict itself. */
final class ContractCheck {
  private final ModelContract contract;
  private final Requirements requirements;

  private ContractCheck(ModelContract contract, String file) {
    this.contract = contract;
    this.requirements = new Requirements(file);
  }

  /**
   * Checks the whole contract.
   *
   * @throws UserError naming the key, its value and what would be right
   */
  static void check(ModelContract contract, String file) {
    ContractCheck check = new ContractCheck(contract, file);
    check.identity();
    new TimeCheck(contract, check.requirements).check();
    check.axes();
    check.tensors();
    check.statistics();
    check.quantiles();
  }

  private void identity() {
    require(contract.format() == 1, "format", contract.format(), "1");
    require(Requirements.notBlank(contract.name()), "name", contract.name(), "the model's name");
    require(
        Requirements.notBlank(contract.version()),
        "version",
        contract.version(),
        "the model's version");
    require(
        Requirements.notBlank(contract.sha256()),
        "sha256",
        contract.sha256(),
        "the hash of model.onnx");
    require(
        ModelKind.of(contract.kind()).isPresent(),
        "kind",
        contract.kind(),
        "reconstruction or forecast");
  }

  private void axes() {
    require(
        Set.of("time-major", "batch-major").contains(String.valueOf(contract.axes())),
        "axes",
        contract.axes(),
        "time-major or batch-major");
  }

  private void tensors() {
    ModelKind kind = contract.modelKind();
    roles("inputs", contract.inputs(), kind.inputRoles(), "sequence");
    roles("outputs", contract.outputs(), kind.outputRoles(), kind.expectation());
    state();
    require(
        contract.errorsOutput().isPresent() || contract.scaling() != null,
        "scaling",
        null,
        "mean and deviation per channel, 0 and 1 where the graph scales, or an output with the role"
            + " errors");
  }

  /** State is of the row before: a sequence of one row, or rows would be taken in twice. */
  private void state() {
    require(
        contract.stateInputs().size() == contract.stateOutputs().size(),
        "outputs",
        contract.stateOutputs().size() + " with the role state",
        "one for each input with the role state, in the same order");
    ModelContract.SequenceShape shape = contract.sequence();
    if (contract.carriesState()) {
      require(
          shape.length() == 1 && shape.stride() == 1 && shape.session() == null,
          "sequence",
          "length " + shape.length() + ", stride " + shape.stride(),
          "length 1 and stride 1, without session: the network carries its state from row to row");
    }
    require(
        shape.warmUp() == null || (contract.carriesState() && shape.warmUp() >= 0),
        "sequence.warmUp",
        shape.warmUp(),
        "a number of rows, of a network with inputs of the role state");
  }

  private void roles(
      String key, List<ModelContract.Tensor> tensors, List<String> known, String needed) {
    require(tensors != null, key, null, "a tensor with the role " + needed);
    for (ModelContract.Tensor tensor : tensors) {
      require(tensor != null, key, tensors, "a list of tensors, none null");
      require(
          Requirements.notBlank(tensor.name()), key + ".name", tensor.name(), "the tensor's name");
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
    List<String> channels = contract.channelNames();
    require(
        channels.containsAll(contract.errors().leftOut())
            && contract.errors().leftOut().size() < channels.size(),
        "errors.screened",
        contract.errors().screened(),
        "some of the channels, " + channels + ", not all");
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
