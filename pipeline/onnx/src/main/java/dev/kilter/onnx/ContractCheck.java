package dev.kilter.onnx;

import dev.kilter.UserError;
import java.util.Arrays;
import java.util.List;
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
    check.classes();
    check.tensors();
    new ScoringCheck(contract, check.requirements).check();
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
        "one of " + Arrays.stream(ModelKind.values()).map(ModelKind::label).toList());
  }

  private void axes() {
    require(
        Set.of("time-major", "batch-major").contains(String.valueOf(contract.axes())),
        "axes",
        contract.axes(),
        "time-major or batch-major");
  }

  private void classes() {
    List<String> classes = contract.classes();
    require(
        contract.classifies() ? classes != null && classes.size() > 1 : classes == null,
        "classes",
        classes,
        "the names of two classes or more, in the network's order, where kind is classification and"
            + " nowhere else");
    if (contract.classifies()) {
      require(
          classes.stream().allMatch(Requirements::notBlank)
              && Set.copyOf(classes).size() == classes.size(),
          "classes",
          classes,
          "names, each once");
    }
  }

  private void tensors() {
    ModelKind kind = contract.modelKind();
    roles("inputs", contract.inputs(), kind.inputRoles(), "sequence");
    roles("outputs", contract.outputs(), kind.outputRoles(), kind.answer());
    state();
    require(
        !kind.expects() || contract.errorsOutput().isPresent() || contract.scaling() != null,
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

  private void require(boolean condition, String key, Object value, String right) {
    requirements.require(condition, key, value, right);
  }
}
