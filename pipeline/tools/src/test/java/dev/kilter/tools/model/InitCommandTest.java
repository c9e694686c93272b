package dev.kilter.tools.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.UserError;
import dev.kilter.tools.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
  private static final Path BUNDLE = Path.of("../onnx/src/test/resources/bundles/keras-lstm/1");

  @TempDir private Path folder;

  @Test
  void whatItWritesIsAdmittedOnceFilledIn() throws IOException {
    Path bundle = folder.resolve("boilers/2");
    assertThat(init(BUNDLE.resolve("model.onnx"), bundle).code()).isZero();
    fillIn(bundle.resolve("model.json"));
    Files.copy(BUNDLE.resolve("golden.json"), bundle.resolve("golden.json"));

    assertThat(ToolRun.model("verify", bundle).output()).contains("is admitted: boilers/2 (");
  }

  @Test
  void saysWhatItKnowsAndWhatItDoesNot() {
    ToolRun run = init(BUNDLE.resolve("model.onnx"), folder.resolve("boilers/2"));

    assertThat(run.output())
        .contains("  axes are batch-major\n")
        .contains("  channels: the names of the 3, in the order of the feature axis")
        .contains("What normal data tell:\n  errors, the mean and deviation")
        .contains("Then: ./kilter model calibrate " + folder.resolve("boilers/2") + " --normal");
  }

  @Test
  void isRefusedByVerifyUntilThen() throws IOException {
    Path bundle = folder.resolve("boilers/2");
    init(BUNDLE.resolve("model.onnx"), bundle);
    Files.copy(BUNDLE.resolve("golden.json"), bundle.resolve("golden.json"));

    assertThat(ToolRun.model("verify", bundle).failure())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("channels.name is missing");
  }

  @Test
  void neverOverwritesAContract() throws IOException {
    Path contract = Files.writeString(folder.resolve("model.json"), "mine");

    ToolRun run = init(BUNDLE.resolve("model.onnx"), folder);

    assertThat(run.failure())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not overwritten");
    assertThat(contract).hasContent("mine");
  }

  @Test
  void neverOverwritesANetwork() throws IOException {
    Path network = Files.writeString(folder.resolve("model.onnx"), "mine");

    ToolRun run = init(BUNDLE.resolve("model.onnx"), folder);

    assertThat(run.failure())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is another network");
    assertThat(network).hasContent("mine");
    assertThat(folder.resolve("model.json")).doesNotExist();
  }

  @Test
  void staysInTheFolderOfTheNetworkUnlessToldAnother() throws IOException {
    Path network = Files.copy(BUNDLE.resolve("model.onnx"), folder.resolve("model.onnx"));

    assertThat(ToolRun.model("init", network).code()).isZero();

    assertThat(folder.resolve("model.json")).content(UTF_8).contains("\"sha256\"");
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    ToolRun run = init(folder.resolve("none.onnx"), folder);

    assertThat(run.failure())
        .hasMessage("There is no network to read at " + folder + "/none.onnx.");
  }

  @Test
  void saysThatAFolderCannotBeWrittenTo() throws IOException {
    Path file = Files.writeString(folder.resolve("boilers"), "no folder");

    ToolRun run = init(BUNDLE.resolve("model.onnx"), file.resolve("1"));

    assertThat(run.failure())
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file + "/1 cannot be");
  }

  /** What a user knows and the graph does not. */
  private static void fillIn(Path contract) throws IOException {
    String draft = Files.readString(contract);
    for (String name : new String[] {"temperature", "vibration", "speed"}) {
      draft = draft.replaceFirst("\"name\" : null", "\"name\" : \"" + name + "\"");
    }
    String threeNumbers = "\"mean\": [70, 0.5, 1450], \"deviation\": [4, 0.25, 90]";
    Files.writeString(
        contract,
        draft
            .replace("\"maximumAge\" : null", "\"maximumAge\" : \"PT60S\"")
            .replace("\"scaling\" : null", "\"scaling\" : {" + threeNumbers + "}")
            .replace("\"errors\" : null", "\"errors\" : {\"of\": \"newest\", " + threeNumbers + "}")
            .replace("\"quantiles\" : null", "\"quantiles\" : {\"0.999\": 3}"));
  }

  private static ToolRun init(Path network, Path to) {
    return ToolRun.model("init", network, "--to", to);
  }
}
