package dev.kilter.tools.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.UserError;
import dev.kilter.tools.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the data are read, and scaling that is measured anew. */
class CalibrateOptionsJobTest {
  private static final Path FIXTURES = Path.of("../onnx/src/test/resources/bundles");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void csvCalibratesAsTheSameEventsDo() throws IOException {
    Path bundle = copied("pytorch-lstm");
    NormalBoilers boilers = new NormalBoilers(6).running(5, 60);
    Path mapping =
        Files.writeString(
            folder.resolve("mapping.yaml"),
            """
            time: {column: when}
            entity: {column: who}
            channels: {columns: {T: temperature, vibration: vibration, n: speed}}
            """);

    for (Object[] reading :
        new Object[][] {
          {"--normal", boilers.in(folder.resolve("boilers.jsonl"))},
          {"--normal", boilers.csvIn(folder.resolve("boilers.csv")), "--mapping", mapping}
        }) {
      assertThat(calibrated(bundle, reading).failure()).isNull();
    }

    JsonNode ofEvents = json(bundle.resolveSibling("2/model.json"));
    JsonNode ofCsv = json(bundle.resolveSibling("3/model.json"));
    for (String measured : List.of("errors", "quantiles")) {
      assertThat(ofCsv.path(measured)).isEqualTo(ofEvents.path(measured));
    }
  }

  @Test
  void scalingIsMeasuredAnewAndTheGoldenOutputsMadeAnew() throws IOException {
    Path bundle = copied("pytorch-lstm");

    ToolRun run = calibrated(bundle, "--normal", normal("vibration", "0.5"), "--scaling");

    assertThat(run.output())
        .contains("Note: scaling was measured here;", "Note: golden.json holds");
    JsonNode scaling = json(bundle.resolveSibling("2/model.json")).path("scaling");
    assertThat(scaling.path("mean").path(1).asDouble()).isEqualTo(0.5);
    assertThat(scaling.path("deviation").path(1).asDouble()).isEqualTo(0.005);
    JsonNode golden = json(bundle.resolveSibling("2/golden.json"));
    assertThat(golden.path("sequences")).hasSize(5);
  }

  @Test
  void scalingStaysWhereItIsNotAskedFor() throws IOException {
    Path bundle = copied("pytorch-lstm");

    calibrated(bundle, "--normal", normal("vibration", "0.5"));

    assertThat(json(bundle.resolveSibling("2/model.json")).path("scaling"))
        .isEqualTo(json(bundle.resolve("model.json")).path("scaling"));
  }

  @ParameterizedTest
  @CsvSource({
    "flat, gives errors and scales by itself; there is no scaling to measure",
    "pytorch-lstm, golden.json was made with the scaling there is and would not be met",
  })
  void scalingThatContradictsTheBundleIsRefused(String name, String why) throws IOException {
    Path bundle = copied(name);
    Path contract = bundle.resolve("model.json");
    String draft =
        Files.readString(contract).replaceFirst("\"quantiles\": [^}]*}", "\"quantiles\": null");
    Files.writeString(contract, draft);

    assertRefused(calibrated(bundle, "--normal", folder.resolve("none.jsonl"), "--scaling"), why);
    assertThat(contract).content().isEqualTo(draft);
  }

  @Test
  void aThresholdThatIsNotAboveZeroIsRefused() throws IOException {
    Path bundle = copied("no-errors");
    StringBuilder events = new StringBuilder();
    for (int second = 0; second < 40; second++) {
      int value = second < 20 ? second % 3 : 0;
      events.append(
          """
          {"entity":"a","time":%d,"values":{"temperature":%d,"vibration":%d}}
          """
              .formatted(1_772_366_400_000L + second * 1000L, value, value));
    }
    Path normal = Files.writeString(folder.resolve("still.jsonl"), events);

    assertRefused(
        calibrated(bundle, "--normal", normal),
        "the held-out data have a 0.9 quantile that is not above 0, as a threshold must be");
    assertThat(bundle.resolveSibling("2")).doesNotExist();
  }

  @Test
  void theGoldenOutputsOfAForecasterGoOnFromRowToRow() throws IOException {
    Path bundle = copied("carried");
    Files.delete(bundle.resolve("golden.json"));

    ToolRun run = calibrated(bundle, "--normal", normal("speed", "1"));

    assertThat(run.failure()).isNull();
    assertThat(ToolRun.model("verify", bundle).output()).contains("is admitted: carried/1");
    JsonNode sequences = json(bundle.resolve("golden.json")).path("sequences");
    assertThat(sequences).hasSize(5).allSatisfy(CalibrateOptionsJobTest::assertGoesHalfWay);
  }

  /** That network begins with 0, and goes half the way to each value. */
  private static void assertGoesHalfWay(JsonNode sequence) {
    JsonNode rows = sequence.path("input");
    JsonNode forecast = sequence.path("outputs").path("forecast");
    assertThat(forecast).hasSameSizeAs(rows).hasSizeGreaterThan(8);
    float level = 0;
    for (int row = 0; row < rows.size(); row++) {
      assertThat(forecast.path(row).path(0).floatValue()).isEqualTo(level);
      level += (rows.path(row).path(0).floatValue() - level) / 2;
    }
  }

  private Path normal(String channel, String constant) throws IOException {
    return new NormalBoilers(7)
        .running(5, 60)
        .with(channel, constant)
        .in(folder.resolve("n.jsonl"));
  }

  private Path copied(String name) throws IOException {
    Path bundle = Files.createDirectories(folder.resolve(name + "/1"));
    for (String file : new String[] {"model.onnx", "model.json", "golden.json"}) {
      Files.copy(FIXTURES.resolve(name + "/1").resolve(file), bundle.resolve(file));
    }
    return bundle;
  }

  private static ToolRun calibrated(Path bundle, Object... options) {
    Object[] arguments = new Object[options.length + 2];
    arguments[0] = "calibrate";
    arguments[1] = bundle;
    System.arraycopy(options, 0, arguments, 2, options.length);
    return ToolRun.model(arguments);
  }

  private static JsonNode json(Path file) throws IOException {
    return JSON.readTree(file.toFile());
  }

  private static void assertRefused(ToolRun run, String why) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.failure()).isInstanceOf(UserError.class).hasMessageContaining(why);
  }
}
