package dev.kilter.onnx;

import dev.kilter.UserError;
import java.util.Arrays;
import java.util.List;

/** Checks that golden outputs are enough of them, and have the sizes that the contract says. */
final class GoldenShape {
  private static final int LEAST_SEQUENCES = 2;
  private static final int LEAST_ROWS_OF_A_RUN = 2;
  private static final double LARGEST_TOLERANCE = 0.01;

  private final GoldenOutputs golden;
  private final ModelContract contract;
  private final String place;

  private GoldenShape(GoldenOutputs golden, ModelContract contract, String place) {
    this.golden = golden;
    this.contract = contract;
    this.place = place;
  }

  /**
   * Checks all there is in {@code golden.json}.
   *
   * @throws UserError saying what is missing or does not fit
   */
  static void check(GoldenOutputs golden, ModelContract contract, String place) {
    GoldenShape shape = new GoldenShape(golden, contract, place);
    shape.sameChannels();
    shape.enough();
    golden.sequences().forEach(shape::complete);
    if (!contract.carriesState()) {
      shape.shortestToo();
    }
  }

  private void enough() {
    require(
        golden.sequences() != null && golden.sequences().size() >= LEAST_SEQUENCES,
        "golden.json holds fewer than " + LEAST_SEQUENCES + " sequences");
    require(
        golden.tolerance() > 0 && golden.tolerance() <= LARGEST_TOLERANCE,
        "golden.json has no tolerance above 0 and up to " + LARGEST_TOLERANCE);
  }

  private void complete(GoldenOutputs.Golden sequence) {
    int channels = contract.channels().size();
    int length = lengthOf(sequence);
    require(
        isLength(length) && isMatrix(sequence.input(), length, channels),
        "a sequence in golden.json is not " + rows() + " of " + channels + " channels");
    require(
        sequence.mask() == null || isMatrix(sequence.mask(), length, channels),
        "a mask in golden.json does not fit its sequence");
    ModelKind kind = contract.modelKind();
    int expected = contract.carriesState() ? length : kind.answerRows(length);
    List<String> names = contract.answerNames();
    require(
        sequence.outputs() != null
            && isMatrix(sequence.outputs().answer(kind), expected, names.size()),
        "a sequence in golden.json has no "
            + kind.answer()
            + " of "
            + expected
            + " rows of "
            + names.size()
            + (contract.classifies() ? " classes" : " channels"));
  }

  /** Nothing else could tell that names were put in another order than the network's. */
  private void sameChannels() {
    List<String> names = contract.channelNames();
    require(
        golden.channels() == null || golden.channels().equals(names),
        "golden.json was made with the channels "
            + golden.channels()
            + " in this order, model.json has "
            + names
            + "; list them as the network's feature axis has them");
  }

  private boolean isLength(int length) {
    ModelContract.SequenceShape shape = contract.sequence();
    return contract.carriesState()
        ? length >= LEAST_ROWS_OF_A_RUN
        : length >= shape.least() && length <= shape.length();
  }

  private String rows() {
    ModelContract.SequenceShape shape = contract.sequence();
    if (contract.carriesState()) {
      return LEAST_ROWS_OF_A_RUN + " rows or more, to be taken in one by one,";
    }
    return shape.least() == shape.length()
        ? shape.length() + " rows"
        : shape.least() + " to " + shape.length() + " rows";
  }

  private static int lengthOf(GoldenOutputs.Golden sequence) {
    return sequence == null || sequence.input() == null ? 0 : sequence.input().length;
  }

  /** Where lengths vary, a network with its time axis baked in must not get by. */
  private void shortestToo() {
    ModelContract.SequenceShape shape = contract.sequence();
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

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new UserError("Model bundle " + place + " is refused: " + otherwise);
    }
  }
}
