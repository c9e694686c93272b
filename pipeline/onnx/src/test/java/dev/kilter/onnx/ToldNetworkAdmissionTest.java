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

/** Networks that are told what was measured or how many rows there are, or take any length. */
class ToldNetworkAdmissionTest {

  @ParameterizedTest
  @ValueSource(strings = {"mask", "lengths", "mask-lengths", "varying"})
  void admitsOneThatKeepsItsPromises(String name) {
    try (OnnxModel model = Admission.admit(bundle(name))) {
      assertThat(model.contract().name()).isEqualTo(name);
    }
  }

  @Test
  void refusesAMaskThatIsNotShapedAsTheSequence() {
    assertRefused(
        bundle("mask-per-row"),
        "the channel axis of input mask has the size 1, the contract says 2");
  }

  @Test
  void refusesAMaskOfCounts() {
    assertRefused(
        withContract(bundle("mask-lengths"), "\"role\": \"lengths\"", "\"role\": \"mask\""),
        "input lengths is ",
        "INT64",
        "it must be float32 with 3 axes");
  }

  @Test
  void refusesLengthsThatAreAMatrix() {
    assertRefused(
        withContract(bundle("mask-lengths"), "\"role\": \"mask\"", "\"role\": \"lengths\""),
        "input mask is ",
        "FLOAT",
        "with the role lengths it must be int64 with one axis, the batch");
  }

  @Test
  void refusesLengthsOfAnotherType() {
    assertRefused(bundle("lengths-int32"), "input lengths is ", "INT32", "it must be int64");
  }

  @ParameterizedTest
  @CsvSource({
    "mask, the network has no input other",
    "lengths, input other is missing; with the role lengths it must be int64",
  })
  void refusesARoleForATensorTheNetworkDoesNotHave(String role, String why) {
    assertRefused(
        withContract(bundle("mask-lengths"), "\"name\": \"" + role + "\"", "\"name\": \"other\""),
        why);
  }

  @Test
  void refusesAnInputThatTheContractDoesNotName() {
    String mask = ",\n    {\n      \"name\": \"mask\",\n      \"role\": \"mask\"\n    }";
    assertRefused(
        withContract(bundle("mask"), mask, ""), "sequence", "mask", "the contract must name each");
  }

  @ParameterizedTest
  @CsvSource({"flat, sequence", "mask, sequence", "lengths, sequence"})
  void refusesALengthThatIsBakedInWhereLengthsVary(String name, String input) {
    assertRefused(
        withContract(bundle(name), "\"length\": 4", "\"length\": 4, \"minimumLength\": 2"),
        "the length 4 is baked into input " + input,
        "export it with a dynamic time axis");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"minimumLength\": 2', '\"minimumLength\": 1', 'the least length, 1, and one of the greatest, 4'",
    "'\"length\": 4', '\"length\": 5', 'the least length, 2, and one of the greatest, 5'",
  })
  void refusesGoldenSequencesThatDoNotReachBothLengths(String from, String to, String why) {
    assertRefused(
        withContract(bundle("varying"), from, to), "golden.json needs a sequence of " + why);
  }

  @Test
  void refusesAGoldenMaskThatDoesNotFitItsSequence() {
    assertRefused(
        withGolden(bundle("mask"), "\"mask\": [[1.0, 1.0], ", "\"mask\": ["),
        "a mask in golden.json does not fit its sequence");
  }

  @Test
  void refusesGoldenOutputsThatWereMadeWithAnotherMask() {
    assertRefused(
        withGolden(bundle("mask"), "\"mask\": [[1.0, 1.0], ", "\"mask\": [[1.0, 0.0], "),
        "golden sequence 0 gives ");
  }

  @Test
  void refusesANetworkThatScoresDifferentlyInTheCompanyOfOneOfTheSameLength() {
    assertRefused(
        bundle("varying-company"), "golden sequence 0 scores differently in company than alone");
  }

  private static void assertRefused(ModelBundle bundle, String... why) {
    assertThatThrownBy(() -> Admission.admit(bundle).close())
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(why);
  }
}
