package dev.kilter.tools.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.tools.ToolRun;
import dev.kilter.tools.simulate.SimulateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finished bundle, calibrated on another day's data of pumps. */
class RecalibrateJobTest {
  private static final Path ZOO = Path.of("../../models/zoo/pump-lstm-ae/1");
  private static final Path PIPELINE = Path.of("examples/pumps.yaml");

  @TempDir private Path folder;

  @Test
  void itsNextVersionHasErrorsAndQuantilesNearThoseOfItsTraining() throws IOException {
    Path bundle = copied();

    ToolRun calibrated =
        ToolRun.model("calibrate", bundle, "--normal", normal(), "--pipeline", PIPELINE);

    assertThat(calibrated.output()).contains("pump-lstm-ae/2 is written and admitted");
    JsonNode before = contract(bundle);
    JsonNode after = contract(bundle.resolveSibling("2"));
    assertThat(after.path("version").asText()).isEqualTo("2");
    for (int channel = 0; channel < 8; channel++) {
      assertThat(number(after, "errors", "mean", channel))
          .isCloseTo(number(before, "errors", "mean", channel), Percentage.withPercentage(30));
    }
    assertThat(after.path("quantiles").path("0.99").asDouble())
        .isCloseTo(before.path("quantiles").path("0.99").asDouble(), within(0.15));
    assertThat(after.path("smoothing")).isEqualTo(before.path("smoothing"));
    assertThat(bundle.resolve("model.json")).hasSameBinaryContentAs(ZOO.resolve("model.json"));
    assertThat(bundle.resolveSibling("2/golden.json"))
        .hasSameBinaryContentAs(ZOO.resolve("golden.json"));
  }

  private Path normal() {
    Path file = folder.resolve("normal.jsonl.gz");
    ToolRun.of(
        new SimulateCommand(),
        "--entities",
        6,
        "--length",
        "6h",
        "--faults",
        0,
        "--seed",
        42,
        "--to",
        file);
    return file;
  }

  private Path copied() throws IOException {
    Path bundle = Files.createDirectories(folder.resolve("pump-lstm-ae/1"));
    for (String file : new String[] {"model.onnx", "model.json", "golden.json"}) {
      Files.copy(ZOO.resolve(file), bundle.resolve(file));
    }
    return bundle;
  }

  private static JsonNode contract(Path bundle) throws IOException {
    return new ObjectMapper().readTree(bundle.resolve("model.json").toFile());
  }

  private static double number(JsonNode contract, String of, String what, int channel) {
    return contract.path(of).path(what).path(channel).asDouble();
  }
}
