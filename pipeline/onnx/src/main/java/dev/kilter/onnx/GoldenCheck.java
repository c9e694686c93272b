package dev.kilter.onnx;

import dev.kilter.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a bundle's golden sequences and holds the outputs against what they were at export. */
final class GoldenCheck {
  /** From scaling there and back, and from what is added up in between. */
  private static final int ROUNDINGS = 4;

  private static final double WHOLE_TO = 1e-3;

  private final OnnxModel model;
  private final GoldenRun runs;
  private final GoldenOutputs golden;
  private final String place;

  private GoldenCheck(OnnxModel model, GoldenOutputs golden, String place) {
    this.model = model;
    this.runs = new GoldenRun(model);
    this.golden = golden;
    this.place = place;
  }

  /**
   * Checks golden outputs, the independence of a batch's members, and NaN.
   *
   * @throws UserError saying what does not hold
   * @throws ModelRunException when the network does not run at all
   */
  static void check(OnnxModel model, GoldenOutputs golden, String place) throws ModelRunException {
    GoldenShape.check(golden, model.contract(), place);
    GoldenCheck check = new GoldenCheck(model, golden, place);
    List<ModelInput> inputs =
        golden.sequences().stream().map(GoldenOutputs.Golden::asInput).toList();
    List<List<ModelOutput>> alone = check.eachAlone(inputs);
    List<List<ModelOutput>> together = check.together(inCompany(inputs));
    check.sameAlone(newestOf(alone), newestOf(together));
    for (int index = 0; index < inputs.size(); index++) {
      check.meetsGolden(index, alone.get(index));
      check.areProbabilities(index, newest(alone.get(index)));
    }
    check.nanStaysNan(inputs.get(0));
  }

  /** Behind the sequences a stranger of each one's length: those of one length run together. */
  private static List<ModelInput> inCompany(List<ModelInput> inputs) {
    return Stream.concat(inputs.stream(), inputs.stream().map(ModelInput::stranger)).toList();
  }

  private List<List<ModelOutput>> eachAlone(List<ModelInput> inputs) throws ModelRunException {
    List<List<ModelOutput>> alone = new ArrayList<>();
    for (ModelInput input : inputs) {
      alone.addAll(runs.run(List.of(input)));
    }
    return alone;
  }

  private List<List<ModelOutput>> together(List<ModelInput> inputs) {
    try {
      return runs.run(inputs);
    } catch (ModelRunException e) {
      throw new UserError(
          refused(
              "it runs one sequence but not "
                  + inputs.size()
                  + " together, so a batch size is baked into it (as in a Reshape, or in initial"
                  + " states of one sequence); export it with a dynamic batch axis, and take batch"
                  + " sizes in it from the input: "
                  + e.getMessage()),
          e);
    }
  }

  /** Of a window only the newest row is used; of rows one by one each is. */
  private void meetsGolden(int index, List<ModelOutput> actual) {
    GoldenOutputs.Outputs outputs = golden.sequences().get(index).outputs();
    ModelKind kind = model.contract().modelKind();
    float[][] expected = outputs.answer(kind);
    for (int back = 1; back <= actual.size(); back++) {
      float[] given = actual.get(actual.size() - back).answer(kind);
      compare(index, kind.answer(), expected[expected.length - back], given);
    }
    if (outputs.errors() != null) {
      compare(index, "errors", outputs.errors(), newest(actual).errors());
    }
  }

  private void compare(int index, String output, float[] expected, float[] actual) {
    require(
        expected.length == actual.length,
        "golden " + output + " " + index + " has " + expected.length + " numbers");
    List<String> names = model.contract().answerNames();
    for (int each = 0; each < expected.length; each++) {
      double size = Math.max(1, Math.abs(expected[each]));
      double allowed = Math.max(golden.tolerance() * size, roundingOf(index, output, each));
      require(
          Math.abs(expected[each] - actual[each]) <= allowed,
          "golden sequence "
              + index
              + " gives "
              + actual[each]
              + " for "
              + names.get(each)
              + " in "
              + output
              + " where "
              + expected[each]
              + " was exported; look at the order of channels and axes in model.json");
    }
  }

  /**
   * An answer in units is no finer than float32 holds the channel: 0 of a mean of 2000 may be
   * 0.0005.
   */
  private double roundingOf(int index, String output, int column) {
    if (output.equals("errors") || model.contract().classifies()) {
      return 0;
    }
    return ROUNDINGS * Math.ulp((float) golden.sequences().get(index).largest(column));
  }

  /**
   * Rounding alone is no fault, but would show in alerts: so nothing is ever scored alone. On a GPU
   * it is as it is: what the golden outputs allow.
   */
  private void sameAlone(List<ModelOutput> alone, List<ModelOutput> together) {
    boolean onCuda = model.runsOn().onCuda();
    CompanyCheck company =
        new CompanyCheck(together, onCuda ? golden.tolerance() : CompanyCheck.ROUNDING);
    boolean toTheLastDigit = true;
    for (int index = 0; index < alone.size(); index++) {
      require(
          company.isSame(alone.get(index), together.get(index)),
          "golden sequence "
              + index
              + " scores differently in company than alone; export it so that each sequence of a"
              + " batch is computed by itself");
      toTheLastDigit &= alone.get(index).sameAs(together.get(index));
    }
    if (!toTheLastDigit && !onCuda) {
      model.neverAlone();
    }
  }

  /**
   * What comes out before a softmax would pass for what comes out behind it, were it not held up.
   */
  private void areProbabilities(int index, ModelOutput actual) {
    double sum = 0;
    boolean negative = false;
    for (float probability : actual.probabilities()) {
      sum += probability;
      negative |= probability < 0;
    }
    require(
        !model.contract().classifies() || (!negative && Math.abs(sum - 1) <= WHOLE_TO),
        "golden sequence "
            + index
            + " gives probabilities that are "
            + (negative ? "negative in part" : "together " + sum)
            + " and not together 1; end the network with a softmax over the classes");
  }

  private void nanStaysNan(ModelInput input) throws ModelRunException {
    float[] poisoned = input.values().clone();
    poisoned[poisoned.length - 1] = Float.NaN;
    require(
        !newest(runs.run(List.of(ModelInput.measured(poisoned))).get(0)).isFinite(),
        "a NaN in the newest row comes out as a number, so bad data would look normal");
  }

  private static List<ModelOutput> newestOf(List<List<ModelOutput>> outputs) {
    return outputs.stream().map(GoldenCheck::newest).toList();
  }

  private static ModelOutput newest(List<ModelOutput> outputs) {
    return outputs.get(outputs.size() - 1);
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new UserError(refused(otherwise));
    }
  }

  private String refused(String why) {
    return "Model bundle " + place + " is refused: " + why;
  }
}
