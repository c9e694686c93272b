package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.UserError;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractDraftTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flat",
        "batch-major",
        "mask",
        "lengths",
        "pytorch-lstm",
        "keras-lstm",
        "classifier"
      })
  void isAdmittedOnceWhatWasOpenIsFilledIn(String name) throws IOException {
    ModelBundle whole = bundle(name);
    ObjectNode draft = (ObjectNode) JSON.readTree(drafted(name).json());
    JsonNode users = JSON.readTree(whole.contractJson());
    for (String key :
        List.of("channels", "classes", "sequence", "scaling", "errors", "quantiles")) {
      if (users.has(key)) {
        draft.set(key, users.get(key));
      }
    }
    try (OnnxModel model = Admission.admit(withContract(whole, draft))) {
      assertThat(model.contract().axes()).isEqualTo(whole.contract().axes());
      assertThat(model.contract().inputs()).isEqualTo(whole.contract().inputs());
      assertThat(model.contract().outputs()).isEqualTo(whole.contract().outputs());
      assertThat(model.contract().sequence().length())
          .isEqualTo(whole.contract().sequence().length());
    }
  }

  @Test
  void isRefusedAsLongAsSomethingIsOpen() throws IOException {
    JsonNode draft = JSON.readTree(drafted("keras-lstm").json());
    ModelBundle unfinished = withContract(bundle("keras-lstm"), draft);
    assertThatThrownBy(unfinished::contract)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("channels.name is missing; it must be a name");
  }

  @Test
  void saysWhatItTookForWhat() {
    assertThat(drafted("keras-lstm").known())
        .containsExactly(
            "axes are batch-major",
            "inputs: lstm_input FLOAT [unk__1, 6, 3] is taken for the sequence",
            "outputs: time_distributed FLOAT [unk__1, 6, 3] is taken for the reconstruction");
  }

  @Test
  void saysLineByLineWhatItCouldNotKnow() {
    assertThat(drafted("keras-lstm").open())
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactly(
            "channels",
            "channels.maximumAge",
            "sequence.stride",
            "sequence.period",
            "scaling",
            "smoothing.weight");
  }

  @Test
  void saysWhatIsMeasuredLater() {
    assertThat(drafted("keras-lstm").measured())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("quantiles"));
  }

  @Test
  void takesAnOutputOfTwoAxesThatIsNotAsWideAsTheSequenceForClasses() {
    assertThat(drafted("classifier").json()).contains("\"kind\" : \"classification\"");
    assertThat(drafted("classifier").known())
        .contains("outputs: probabilities FLOAT [batch, 3] is taken for the probabilities");
    assertThat(drafted("classifier").open())
        .contains("classes: the names of the 3, in the order of probabilities FLOAT [batch, 3]")
        .noneMatch(line -> line.startsWith("quantiles"));
  }

  @Test
  void doesNotAskForTheScalingOfANetworkThatGivesErrors() {
    assertThat(drafted("flat").open()).noneMatch(line -> line.startsWith("scaling"));
  }

  @ParameterizedTest
  @CsvSource({
    "baked-batch, 'the batch size 1 is baked in: it will be refused; export it again with a'",
    "varying, sequence.length: rows of a sequence; minimumLength too",
    "lengths-int32, 'inputs: the role of lengths INT32 [batch]'",
    "mask-per-row, 'inputs: the role of mask FLOAT [4, batch, 1]'",
  })
  void saysWhatIsInDoubt(String name, String what) {
    assertThat(drafted(name).open()).anyMatch(line -> line.startsWith(what));
  }

  @Test
  void needsANetworkThatTakesASequence() {
    assertThatThrownBy(() -> drafted("float64"))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("net.onnx has no input", "it has [sequence DOUBLE [4, batch, 2]]");
  }

  @Test
  void needsANetwork() {
    assertThatThrownBy(() -> ContractDraft.of("none".getBytes(UTF_8), "net.onnx", "a", "1"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("net.onnx is no network that ONNX Runtime loads: ");
  }

  @Test
  void needsAllOfIt() {
    assertThatThrownBy(() -> drafted("external-data"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("net.onnx: the values of zero are not in the network's file");
  }

  private static ContractDraft drafted(String name) {
    return ContractDraft.of(bundle(name).network(), "net.onnx", name, "1");
  }

  private static ModelBundle withContract(ModelBundle bundle, JsonNode contract)
      throws IOException {
    return new ModelBundle(
        bundle.place(), JSON.writeValueAsBytes(contract), bundle.network(), bundle.goldenJson());
  }
}
