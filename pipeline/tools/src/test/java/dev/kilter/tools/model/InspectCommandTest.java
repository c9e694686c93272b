package dev.kilter.tools.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.UserError;
import dev.kilter.tools.ToolRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectCommandTest {
  private static final Path BUNDLES = Path.of("../onnx/src/test/resources/bundles");
  private static final String ZOO = "../../models/zoo/pump-lstm-ae/1";

  @Test
  void drawsTheLayersFromWhatGoesInToWhatComesOut() {
    assertThat(inspect(ZOO).output())
        .containsSubsequence(
            "sequence FLOAT [48, batch, 8]",
            "LSTM  encoder   8 → 32, forward",
            "5,376 parameters",
            "i  input                 32 × 8    5.197            32 × 32   13.200",
            "f  forget",
            "c  cell",
            "o  output",
            "Dense  squeeze   32 → 8",
            "LSTM  decoder",
            "Dense  readout",
            "reconstruction FLOAT [48, batch, 8]");
  }

  @Test
  void tellsWhatIsKnownOfTheModel() {
    assertThat(inspect(ZOO).output())
        .contains("Parameters    11,304, 24 of them in none of the boxes")
        .contains("Operations    504,064 multiply-adds for a sequence of 48 rows")
        .contains("Memory        44.2 KiB of weights; at most ")
        .contains("as model.json says")
        .contains("Contract      pump-lstm-ae/1, reconstruction")
        .contains("vibration               mm/s    last  hold for 1m")
        .contains("Provenance    data 31d64dbe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"recurrent", "pytorch-lstm", "keras-lstm", "recurrent-carried", "mask"})
  void fitsATerminalOfAHundredColumns(String bundle) {
    ToolRun run = inspect(BUNDLES.resolve(bundle + "/1").toString());

    assertThat(run.code()).isZero();
    assertThat(run.output().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void looksIntoANetworkWithoutAContract() {
    assertThat(inspect(BUNDLES.resolve("keras-lstm/1/model.onnx").toString()).output())
        .contains("LSTM  encoder   3 → 5")
        .doesNotContain("Contract");
  }

  @Test
  void tellsTheSameAsJson() throws IOException {
    ToolRun run = inspect(BUNDLES.resolve("recurrent/1").toString(), "--json");

    JsonNode json = new ObjectMapper().readTree(run.output());
    JsonNode third = json.at("/layers/5");
    assertThat(third.get("name").asText()).isEqualTo("third");
    assertThat(third.get("kind").asText()).isEqualTo("lstm");
    assertThat(third.at("/directions/1/reverse").asBoolean()).isTrue();
    assertThat(third.at("/directions/1/gates")).hasSize(4);
    assertThat(third.at("/directions/1/gates/0/inputShape").toString()).isEqualTo("[3,3]");
    assertThat(json.at("/contract/name").asText()).isEqualTo("recurrent");
    assertThat(json.get("parameters").asLong()).isPositive();
  }

  @Test
  void numbersAreTheSameWhereverOneLives() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(inspect(ZOO).output()).contains("5,376 parameters").contains("13.200");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none/1", "none.onnx"})
  void saysThatThereIsNothingToLookInto(String place) {
    assertThat(inspect(place).failure()).isInstanceOf(UserError.class).hasMessageContaining(place);
  }

  private static ToolRun inspect(String... arguments) {
    return ToolRun.of(new InspectCommand(), (Object[]) arguments);
  }
}
