package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenDraftTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "keras-lstm",
        "pytorch-masked",
        "mask",
        "varying",
        "batch-major",
        "recurrent-carried"
      })
  void givesWhatWasGivenWhereTheNetworkWasMade(String name) {
    ModelKind kind = bundle(name).contract().modelKind();
    GoldenOutputs made = bundle(name).golden();

    ModelBundle drafted = drafted(bundle(name), inputs(name));

    for (int index = 0; index < made.sequences().size(); index++) {
      float[][] expected = made.sequences().get(index).outputs().answer(kind);
      float[][] actual = drafted.golden().sequences().get(index).outputs().answer(kind);
      for (int time = 0; time < expected.length; time++) {
        assertThat(actual[time]).containsExactly(expected[time], Offset.offset(2e-3f));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keras-lstm",
        "pytorch-masked",
        "mask",
        "varying",
        "batch-major",
        "recurrent-carried"
      })
  void isMetByTheNetworkItIsOf(String name) {
    OnnxModel model = Admission.admit(drafted(bundle(name), inputs(name)));

    assertThat(model.contract().name()).isEqualTo(bundle(name).contract().name());
    model.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"keras-lstm", "pytorch-lstm"})
  void isNotMetOnceSomethingIsChanged(String name) {
    ModelBundle drafted = drafted(bundle(name), inputs(name));
    String deviation = "\"deviation\": [\n      ";
    ModelBundle changed = Bundles.withContract(drafted, deviation + "4.0", deviation + "5.0");

    assertThatThrownBy(() -> Admission.admit(changed).close())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("golden sequence 0 gives");
  }

  @Test
  void saysThatANetworkDoesNotTakeTheSequences() {
    List<ModelInput> tooShort = List.of(ModelInput.measured(1, 2, 3));

    assertThatThrownBy(() -> GoldenDraft.of(bundle("keras-lstm"), tooShort))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Model bundle zoo/keras-lstm/1 does not run: ");
  }

  @Test
  void saysThatANetworkGivesNoNumber() {
    ModelInput endless = ModelInput.measured(new float[18]);
    endless.values()[17] = Float.POSITIVE_INFINITY;

    assertThatThrownBy(() -> GoldenDraft.of(bundle("keras-lstm"), List.of(endless)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("gives no number for a sequence");
  }

  private static List<ModelInput> inputs(String name) {
    return bundle(name).golden().sequences().stream().map(GoldenOutputs.Golden::asInput).toList();
  }

  private static ModelBundle drafted(ModelBundle bundle, List<ModelInput> inputs) {
    return new ModelBundle(
        bundle.place(), bundle.contractJson(), bundle.network(), GoldenDraft.of(bundle, inputs));
  }
}
