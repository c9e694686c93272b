package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.withContract;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelBundleTest {

  @ParameterizedTest
  @ValueSource(strings = {"model.json", "model.onnx", "golden.json"})
  void namesTheFileThatIsMissing(String missing, @TempDir Path folder) throws IOException {
    for (String file : new String[] {"model.json", "model.onnx", "golden.json"}) {
      Files.copy(Bundles.folder("flat").resolve(file), folder.resolve(file));
    }
    Files.delete(folder.resolve(missing));
    assertThatThrownBy(() -> ModelBundle.read(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(folder.toString(), missing + " is missing");
  }

  @Test
  void saysWhyAFileCannotBeRead() {
    ModelBundle.FileReader broken =
        place -> {
          throw new IOException("the disk is on fire");
        };
    assertThatThrownBy(() -> ModelBundle.read("s3://zoo/flat/1", broken))
        .isInstanceOf(UserError.class)
        .hasMessage("s3://zoo/flat/1/model.json cannot be read: the disk is on fire");
  }

  @Test
  void namesTheLineWhereTheContractIsNotJson() {
    assertThatThrownBy(() -> withContract("\"kind\"", "kind").contract())
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("zoo/flat/1/model.json:6: ");
  }

  @Test
  void namesAnUnknownKey() {
    assertThatThrownBy(() -> withContract("\"kind\"", "\"mood\"").contract())
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("zoo/flat/1/model.json: unknown key mood; known here are [")
        .hasMessageContaining("kind");
  }

  @Test
  void namesTheLineOfADurationThatIsNone() {
    assertThatThrownBy(() -> withContract("PT10S", "10s").contract())
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("zoo/flat/1/model.json:13: ")
        .hasMessageContaining("a duration is written as in PT60S or PT5M");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "7", "{}", "{\"format\": 1}", "{} {}", "\"text\""})
  void refusesAContractThatIsNone(String json) {
    ModelBundle bundle =
        new ModelBundle("zoo/none/1", json.getBytes(UTF_8), new byte[0], new byte[0]);
    assertThatThrownBy(bundle::contract)
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("zoo/none/1/model.json");
  }

  @Test
  void refusesAKeyThatIsThereTwice() {
    assertThatThrownBy(
            () -> withContract("\"format\": 1", "\"format\": 1, \"version\": \"2\"").contract())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("version");
  }

  @Test
  void refusesWhatStandsBehindTheContract() {
    ModelBundle flat = Bundles.bundle("flat");
    String twice = new String(flat.contractJson(), UTF_8) + "{}";
    ModelBundle bundle =
        new ModelBundle("zoo/flat/1", twice.getBytes(UTF_8), flat.network(), flat.goldenJson());
    assertThatThrownBy(bundle::contract).isInstanceOf(UserError.class);
    assertThat(flat.contract().name()).isEqualTo("flat");
  }
}
