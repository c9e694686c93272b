package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftContractTest {
  @Test
  void namesEverythingThatNoDataTell() {
    byte[] fresh =
        ContractDraft.of(bundle("keras-lstm").network(), "net.onnx", "boilers", "1")
            .json()
            .getBytes(UTF_8);

    assertThatThrownBy(() -> DraftContract.read(fresh, "boilers/1"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("boilers/1/model.json is not filled in yet.")
        .hasMessageContainingAll(
            "channels[0].name: its name in the pipeline file",
            "channels[2].unit: its unit",
            "channels[1].maximumAge: how long a value stands in");
  }

  @Test
  void namesRolesAndAxesThatAreOpen() {
    assertThatThrownBy(() -> draft("\"role\": \"sequence\"", "\"role\": null"))
        .hasMessageContaining("inputs[0].role: sequence, mask or lengths");
    assertThatThrownBy(() -> draft("\"batch-major\"", "null"))
        .hasMessageContaining("axes: time-major or batch-major");
    assertThatThrownBy(() -> draft("\"length\": 6", "\"length\": null"))
        .hasMessageContaining("sequence.length: how many rows");
  }

  @Test
  void refusesANetworkThatClassifies() {
    byte[] classifier = bundle("classifier").contractJson();

    assertThatThrownBy(() -> DraftContract.read(classifier, "faults/1"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("faults/1/model.json: kind is classification");
  }

  @Test
  void isFinishedOnceNothingIsNull() {
    assertThat(draft("none", "none").finished()).isTrue();
    assertThat(draft("\"quantiles\"", "\"quantiles\": null, \"other\"").finished()).isFalse();
  }

  @Test
  void lacksAScalingOnlyWhereTheNetworkGivesNoErrors() {
    byte[] flat = bundle("flat").contractJson();
    assertThat(DraftContract.read(flat, "flat").lacksScaling()).isFalse();
    assertThat(draft("\"scaling\"", "\"other\"").lacksScaling()).isTrue();
  }

  @Test
  void whatIsFilledInIsInTheContractAndTheRestStays() {
    DraftContract filled =
        draft("none", "none")
            .named("boilers", "7")
            .withErrors(new float[] {1, 2, 3}, new float[] {4, 5, 6})
            .withQuantiles(Map.of("0.9", 2.5))
            .withCalibration(Map.of("rows", 3));

    ModelContract contract = filled.bundle(new byte[0], new byte[0]).contract();

    assertThat(contract.version()).isEqualTo("7");
    assertThat(contract.errors().deviation()).containsExactly(4, 5, 6);
    assertThat(contract.quantiles()).isEqualTo(Map.of("0.9", 2.5));
    assertThat(contract.scaling().mean()).containsExactly(70, 0.5f, 1450);
    assertThat(contract.training()).containsKeys("note", "calibration");
  }

  @Test
  void keepsToAHashThatIsThere() {
    assertThat(draft("none", "none").hashed(new byte[] {1}).bytes())
        .isEqualTo(draft("none", "none").bytes());
    assertThat(draft("\"sha256\"", "\"sha256\": null, \"other\"").hashed("x".getBytes(UTF_8)))
        .extracting(draft -> new String(draft.bytes(), UTF_8))
        .asString()
        .contains(Admission.sha256("x".getBytes(UTF_8)));
  }

  @Test
  void hasTheRowsOfTheModel() {
    assertThat(draft("none", "none").rows().period()).isEqualTo(Duration.ofSeconds(10));
  }

  private static DraftContract draft(String from, String to) {
    byte[] json =
        new String(bundle("keras-lstm").contractJson(), UTF_8).replace(from, to).getBytes(UTF_8);
    return DraftContract.read(json, "boilers/1");
  }
}
