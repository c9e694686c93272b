package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static dev.kilter.onnx.Bundles.withContract;
import static dev.kilter.onnx.Bundles.withGolden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others get wrong in export is refused, and said how to do it right. */
class ExportMistakesTest {

  @Test
  void aBatchSizeThatTheInputsTell() {
    assertRefused(
        bundle("baked-batch"),
        "the batch size 1 is baked into input sequence",
        "in PyTorch dynamic_axes={\"sequence\": {1: \"batch\"}}");
  }

  @Test
  void aBatchSizeThatShowsOnlyInCompany() {
    assertRefused(
        bundle("baked-inside"),
        "it runs one sequence but not 6 together, so a batch size is baked into it",
        "take batch sizes in it from the input: baked-inside/1 ",
        " failed on 6 sequences of 4 rows: ",
        "Reshape");
  }

  @Test
  void aLengthWhereLengthsVary() {
    assertRefused(
        withContract("\"length\": 4", "\"length\": 4, \"minimumLength\": 2"),
        "in PyTorch dynamic_axes={\"sequence\": {0: \"time\"}}");
  }

  @Test
  void axesInTheOtherOrderWhereTheGraphTells() {
    assertRefused(
        withContract(bundle("batch-major"), "\"batch-major\",\n  \"in", "\"time-major\",\n  \"in"),
        "input sequence has the axes [-1, 4, 2], so time is where time-major has the batch; axes in"
            + " model.json must be batch-major");
  }

  @Test
  void axesInTheOtherOrderWhereOnlyTheOutputsTell() {
    assertRefused(
        withContract(bundle("varying"), "time-major", "batch-major"), "look at axes and outputs");
  }

  @Test
  void numbersOfDoublePrecision() {
    assertRefused(
        bundle("float64"),
        "input sequence is ",
        "DOUBLE",
        "it must be float32 with 3 axes; export it so, in PyTorch after model.float()");
  }

  @Test
  void weightsInAnotherFile() {
    assertRefused(
        bundle("external-data"),
        "the values of zero are not in the network's file but in weights.bin; export it in one file",
        "onnx.save(onnx.load(FILE), \"model.onnx\")");
  }

  @Test
  void channelsInAnotherOrderThanTheirNames() {
    ModelBundle named =
        withGolden("{\"tol", "{\"channels\": [\"vibration\", \"temperature\"], \"tol");
    assertRefused(
        named,
        "golden.json was made with the channels [vibration, temperature] in this order, model.json"
            + " has [temperature, vibration]; list them as the network's feature axis has them");
  }

  @ParameterizedTest
  @CsvSource({"temperature, vibration", ","})
  void butNotInTheSameOrderOrUntold(String first, String second) {
    String names = first == null ? "" : "\"channels\": [\"" + first + "\", \"" + second + "\"], ";
    try (OnnxModel model = Admission.admit(withGolden("{\"tol", "{" + names + "\"tol"))) {
      assertThat(model.contract().name()).isEqualTo("flat");
    }
  }

  private static void assertRefused(ModelBundle bundle, String... why) {
    assertThatThrownBy(() -> Admission.admit(bundle).close())
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Model bundle " + bundle.place() + " is refused: ")
        .hasMessageContainingAll(why);
  }
}
