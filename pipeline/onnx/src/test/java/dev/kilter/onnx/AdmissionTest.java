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
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {

  @ParameterizedTest
  @ValueSource(strings = {"flat", "batch-major", "no-errors"})
  void admitsABundleThatKeepsItsPromises(String name) {
    try (OnnxModel model = Admission.admit(bundle(name))) {
      assertThat(model.contract().name()).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "baked-batch, the batch size 1 is baked into input sequence; export it with a dynamic batch axis",
    "nan-proof, a NaN in the newest row comes out as a number",
    "company, 'golden sequence 0 '",
  })
  void refusesABundleThatBreaksOne(String name, String why) {
    assertRefused(bundle(name), "Model bundle zoo/" + name + "/1 is refused: ", why);
  }

  @Test
  void refusesANetworkThatScoresDifferentlyInCompany() {
    assertRefused(bundle("company"), "golden sequence 0 scores differently in company than alone");
  }

  @Test
  void refusesANetworkThatWasChanged() {
    byte[] network = bundle("flat").network();
    network[network.length / 2] ^= 1;
    assertRefused(
        Bundles.withNetwork(network), "model.onnx has the SHA-256 ", "was changed after export");
  }

  @Test
  void refusesWhatIsNoNetwork() {
    assertRefused(
        Bundles.withRightHash("no network".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        "ONNX Runtime does not load model.onnx");
  }

  @Test
  void refusesMoreChannelsThanTheNetworkHas() {
    ModelBundle third =
        withContract(
            "\"channels\": [",
            "\"channels\": [{\"name\": \"extra\", \"unit\": \"\", \"aggregate\": \"last\","
                + " \"fill\": \"hold\", \"maximumAge\": \"PT10S\"},");
    ModelBundle mean = withContract(third, "\"mean\": [", "\"mean\": [0,");
    assertRefused(
        withContract(mean, "\"deviation\": [", "\"deviation\": [1,"),
        "the channel axis of input sequence has the size 2, the contract says 3");
  }

  @Test
  void refusesAnotherLengthThanTheNetworkHas() {
    assertRefused(
        withContract("\"length\": 4", "\"length\": 5"),
        "the time axis of input sequence has the size 4, the contract says 5");
  }

  @Test
  void refusesAxesInTheOtherOrder() {
    assertRefused(
        withContract("time-major", "batch-major"), "axes in model.json must be time-major");
  }

  @ParameterizedTest
  @CsvSource({"'\"name\": \"sequence\"', input", "'\"name\": \"errors\"', output"})
  void refusesATensorTheNetworkDoesNotHave(String name, String side) {
    assertRefused(
        withContract(name, "\"name\": \"other\""), "the network has no " + side + " other, only [");
  }

  @Test
  void refusesOutputsOfAnotherShape() {
    ModelBundle swapped = withContract("\"name\": \"reconstruction\"", "\"name\": \"errors\"");
    assertRefused(swapped, "output errors is ", "it must be float32 with 3 axes");
  }

  @Test
  void refusesOutputsThatAreNotTheGoldenOnes() {
    assertRefused(
        withGolden("\"errors\": [1.0, 0.5]", "\"errors\": [1.0, 0.6]"),
        "golden sequence 0 gives 0.5 for vibration in errors where 0.6 was exported");
  }

  @Test
  void refusesAReconstructionThatIsNotTheGoldenOne() {
    assertRefused(withGolden("[0.0, 0.0]]", "[0.0, 0.1]]"), "gives 0.0 for vibration in reconstr");
  }

  @Test
  void admitsAReconstructionThatIsOffByLittleOfWhatItsChannelIs() {
    try (OnnxModel model = Admission.admit(reconstructing("[0.0004, 0.0]"))) {
      assertThat(model.contract().name()).isEqualTo("flat");
    }
  }

  @Test
  void refusesOneThatIsOffByAsMuchInAChannelOfSmallerValues() {
    assertRefused(reconstructing("[0.0, 0.0004]"), "gives 0.0 for vibration in reconstruction");
  }

  /** Of a first channel that goes up to 2000, in which the network makes [0, 0] of the last row. */
  private static ModelBundle reconstructing(String lastRow) {
    ModelBundle large = withGolden("{\"input\": [[1.0, 0.5], ", "{\"input\": [[2000.0, 0.5], ");
    return withGolden(
        large, "[0.0, 0.0]], \"errors\": [1.0, 0.5]", lastRow + "], \"errors\": [1.0, 0.5]");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"tolerance\": 1e-05', '\"tolerance\": 0', no tolerance above 0",
    "'\"tolerance\": 1e-05', '\"tolerance\": 0.02', no tolerance above 0 and up to 0.01",
    "'[[1.0, 0.5], ', '[[1.0], ', a sequence in golden.json is not 4 rows of 2 channels",
    "'[[1.0, 0.5], ', '[null, ', a sequence in golden.json is not 4 rows of 2 channels",
    "'[[1.0, 0.5], ', '[', a sequence in golden.json is not 4 rows of 2 channels",
    "'\"reconstruction\": [[0.0, 0.0], ', '\"reconstruction\": [', no reconstruction of 4 rows",
    "'[0.0, 0.0]]', '[0.0]]', no reconstruction of 4 rows of 2 channels",
    "'\"errors\": [1.0, 0.5]', '\"errors\": [1.0]', golden errors 0 has 1 numbers",
    "'[0.0, 0.0]]', 'null]', no reconstruction of 4 rows",
    "'{\"tolerance\"', 'null, {\"tolerance\"', golden.json",
    "'\"sequences\": [', '\"sequences\": [null, ', a sequence in golden.json",
    "'[0.0, 0.0]]', '[0.0, NaN]]', golden.json:1: ",
  })
  void refusesGoldenOutputsThatAreIncomplete(String from, String to, String why) {
    assertRefused(withGolden(from, to), why);
  }

  private static void assertRefused(ModelBundle bundle, String... why) {
    assertThatThrownBy(() -> Admission.admit(bundle).close())
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(why);
  }
}
