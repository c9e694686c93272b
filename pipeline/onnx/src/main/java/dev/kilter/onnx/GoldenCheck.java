package dev.kilter.onnx;

import dev.kilter.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Runs a bundle's golden sequences and holds the outputs against what they were at export. */
final class GoldenCheck {
  private static final int LEAST_SEQUENCES = 2;
  private static final double LARGEST_TOLERANCE = 0.01;

  private final OnnxModel model;
  private final GoldenOutputs golden;
  private final String place;

  private GoldenCheck(OnnxModel model, GoldenOutputs golden, String place) {
    this.model = model;
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
    GoldenCheck check = new GoldenCheck(model, golden, place);
    check.sameChannels();
    check.complete();
    check.shortestToo();
    List<ModelInput> inputs =
        golden.sequences().stream().map(GoldenOutputs.Golden::asInput).toList();
    List<ModelOutput> alone = new ArrayList<>();
    for (ModelInput input : inputs) {
      alone.addAll(model.run(List.of(input)));
    }
    List<ModelOutput> together = check.together(inCompany(inputs));
    for (int index = 0; index < inputs.size(); index++) {
      check.sameAlone(index, alone.get(index), together.get(index));
      check.meetsGolden(index, alone.get(index));
    }
    check.nanStaysNan(inputs.get(0));
  }

  /** Behind the sequences a stranger of each one's length: those of one length run together. */
  private static List<ModelInput> inCompany(List<ModelInput> inputs) {
    return Stream.concat(inputs.stream(), inputs.stream().map(ModelInput::stranger)).toList();
  }

  private List<ModelOutput> together(List<ModelInput> inputs) {
    try {
      return model.run(inputs);
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

  private void complete() {
    ModelContract.SequenceShape shape = model.contract().sequence();
    int channels = model.contract().channels().size();
    require(
        golden.sequences() != null && golden.sequences().size() >= LEAST_SEQUENCES,
        "golden.json holds fewer than " + LEAST_SEQUENCES + " sequences");
    require(
        golden.tolerance() > 0 && golden.tolerance() <= LARGEST_TOLERANCE,
        "golden.json has no tolerance above 0 and up to " + LARGEST_TOLERANCE);
    for (GoldenOutputs.Golden sequence : golden.sequences()) {
      int length = lengthOf(sequence);
      require(
          length >= shape.least()
              && length <= shape.length()
              && isMatrix(sequence.input(), length, channels),
          "a sequence in golden.json is not " + rows(shape) + " of " + channels + " channels");
      require(
          sequence.mask() == null || isMatrix(sequence.mask(), length, channels),
          "a mask in golden.json does not fit its sequence");
      require(
          sequence.outputs() != null
              && isMatrix(sequence.outputs().reconstruction(), length, channels),
          "a sequence in golden.json has no reconstruction of "
              + length
              + " rows of "
              + channels
              + " channels");
    }
  }

  /** Nothing else could tell that names were put in another order than the network's. */
  private void sameChannels() {
    List<String> names = model.contract().channelNames();
    require(
        golden.channels() == null || golden.channels().equals(names),
        "golden.json was made with the channels "
            + golden.channels()
            + " in this order, model.json has "
            + names
            + "; list them as the network's feature axis has them");
  }

  private static int lengthOf(GoldenOutputs.Golden sequence) {
    return sequence == null || sequence.input() == null ? 0 : sequence.input().length;
  }

  private static String rows(ModelContract.SequenceShape shape) {
    return shape.least() == shape.length()
        ? shape.length() + " rows"
        : shape.least() + " to " + shape.length() + " rows";
  }

  /** Where lengths vary, a network with its time axis baked in must not get by. */
  private void shortestToo() {
    ModelContract.SequenceShape shape = model.contract().sequence();
    require(
        golden.sequences().stream().anyMatch(each -> lengthOf(each) == shape.least())
            && golden.sequences().stream().anyMatch(each -> lengthOf(each) == shape.length()),
        "golden.json needs a sequence of the least length, "
            + shape.least()
            + ", and one of the greatest, "
            + shape.length());
  }

  private static boolean isMatrix(float[][] rows, int length, int channels) {
    return rows != null
        && rows.length == length
        && Arrays.stream(rows).allMatch(row -> row != null && row.length == channels);
  }

  private void meetsGolden(int index, ModelOutput actual) {
    GoldenOutputs.Outputs expected = golden.sequences().get(index).outputs();
    float[][] reconstruction = expected.reconstruction();
    compare(index, "reconstruction", reconstruction[reconstruction.length - 1], actual.expected());
    if (expected.errors() != null) {
      compare(index, "errors", expected.errors(), actual.errors());
    }
  }

  private void compare(int index, String output, float[] expected, float[] actual) {
    require(
        expected.length == actual.length,
        "golden " + output + " " + index + " has " + expected.length + " numbers");
    for (int channel = 0; channel < expected.length; channel++) {
      double allowed = golden.tolerance() * Math.max(1, Math.abs(expected[channel]));
      require(
          Math.abs(expected[channel] - actual[channel]) <= allowed,
          "golden sequence "
              + index
              + " gives "
              + actual[channel]
              + " for "
              + model.contract().channelNames().get(channel)
              + " in "
              + output
              + " where "
              + expected[channel]
              + " was exported; look at the order of channels and axes in model.json");
    }
  }

  private void sameAlone(int index, ModelOutput alone, ModelOutput together) {
    require(
        Arrays.equals(alone.errors(), together.errors())
            && Arrays.equals(alone.expected(), together.expected()),
        "golden sequence "
            + index
            + " scores differently in company than alone; export it so that each sequence of a"
            + " batch is computed by itself");
  }

  private void nanStaysNan(ModelInput input) throws ModelRunException {
    float[] poisoned = input.values().clone();
    poisoned[poisoned.length - 1] = Float.NaN;
    require(
        !model.run(List.of(ModelInput.measured(poisoned))).get(0).isFinite(),
        "a NaN in the newest row comes out as a number, so bad data would look normal");
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
