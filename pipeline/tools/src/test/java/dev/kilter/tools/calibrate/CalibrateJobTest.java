package dev.kilter.tools.calibrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.UserError;
import dev.kilter.tools.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network of others, from its file to alerts, with the commands a user has. */
class CalibrateJobTest {
  private static final Path FIXTURES = Path.of("../onnx/src/test/resources/bundles");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"keras-lstm", "pytorch-lstm", "pytorch-masked"})
  void aNetworkOfOthersJudgesTheSameDay(String network) throws IOException {
    Path bundle = draft(network);
    Path normal = new NormalBoilers(1).running(5, 300).in(folder.resolve("normal.jsonl"));

    ToolRun calibrated = ToolRun.model("calibrate", bundle, "--normal", normal);

    assertThat(calibrated.failure()).isNull();
    assertThat(calibrated.output()).contains("boilers/1 is written and admitted: boilers/1");
    assertThat(ToolRun.model("verify", bundle).output()).contains("is admitted: boilers/1");
    assertThat(alerts())
        .isNotEmpty()
        .allMatch(alert -> alert.contains("\"entity\":\"boiler-1\""))
        .first(InstanceOfAssertFactories.STRING)
        .contains("\"status\":\"open\"", "\"opened\":\"2026-03-01T12:5");
  }

  @Test
  void measuresWhatTheDataAre() throws IOException {
    Path bundle = draft("keras-lstm");
    Path normal = new NormalBoilers(2).running(6, 500).in(folder.resolve("normal.jsonl"));

    ToolRun.model("calibrate", bundle, "--normal", normal);

    JsonNode contract = JSON.readTree(bundle.resolve("model.json").toFile());
    JsonNode scaling = contract.path("scaling");
    assertThat(scaling.path("mean").path(0).asDouble()).isCloseTo(70, within(0.4));
    assertThat(scaling.path("deviation").path(2).asDouble()).isCloseTo(90, within(4.0));
    assertThat(contract.path("quantiles").properties()).hasSize(3);
    assertThat(contract.path("training").path("calibration").path("sequences").asInt())
        .isEqualTo(6 * (500 - 5));
    assertThat(JSON.readTree(bundle.resolve("golden.json").toFile()).path("sequences")).hasSize(5);
  }

  @Test
  void isTheSameAtEveryParallelism() throws IOException {
    Path normal = new NormalBoilers(3).running(7, 200).in(folder.resolve("normal.jsonl"));
    Path draft = draft("pytorch-lstm");

    for (int tasks : new int[] {1, 3}) {
      Path to = folder.resolve("of-" + tasks + "/boilers/1");
      ToolRun.model("calibrate", draft, "--normal", normal, "--to", to, "--parallelism", tasks);
    }

    for (String file : List.of("model.json", "golden.json")) {
      assertThat(folder.resolve("of-3/boilers/1").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("of-1/boilers/1").resolve(file));
    }
  }

  @Test
  void keepsTheGoldenOutputsAndTheScalingOfTheTraining() throws IOException {
    Path bundle = draft("keras-lstm");
    Path golden =
        Files.copy(FIXTURES.resolve("keras-lstm/1/golden.json"), bundle.resolve("golden.json"));
    Path contract = bundle.resolve("model.json");
    String scaling = "{\"mean\": [70, 0.5, 1450], \"deviation\": [4, 0.25, 90]}";
    Files.writeString(
        contract,
        Files.readString(contract).replace("\"scaling\" : null", "\"scaling\" : " + scaling));
    Path normal = new NormalBoilers(4).running(5, 200).in(folder.resolve("normal.jsonl"));

    ToolRun calibrated = ToolRun.model("calibrate", bundle, "--normal", normal);

    assertThat(calibrated.output()).contains("Note: golden.json is kept, and met.");
    assertThat(golden).hasSameBinaryContentAs(FIXTURES.resolve("keras-lstm/1/golden.json"));
    assertThat(JSON.readTree(contract.toFile()).path("scaling").path("mean").path(1).asDouble())
        .isEqualTo(0.5);
  }

  @Test
  void refusesGoldenOutputsThatAnotherScalingWasBehind() throws IOException {
    Path bundle = draft("keras-lstm");
    Files.copy(FIXTURES.resolve("keras-lstm/1/golden.json"), bundle.resolve("golden.json"));
    String before = Files.readString(bundle.resolve("model.json"));
    Path normal = new NormalBoilers(4).running(5, 200).in(folder.resolve("normal.jsonl"));

    ToolRun refused = ToolRun.model("calibrate", bundle, "--normal", normal);

    assertThat(refused.failure())
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("golden sequence 0 gives", "write the scaling of the training");
    assertThat(bundle.resolve("model.json")).content(UTF_8).isEqualTo(before);
  }

  @Test
  void takesAChannelThatIsConstantWithAWarning() throws IOException {
    Path bundle = draft("keras-lstm");
    NormalBoilers boilers = new NormalBoilers(5).running(5, 200).with("temperature", "7");

    ToolRun calibrated =
        ToolRun.model("calibrate", bundle, "--normal", boilers.in(folder.resolve("normal.jsonl")));

    assertThat(calibrated.failure()).isNull();
    assertThat(calibrated.output())
        .contains("Note: channel temperature is constant at 7.00000; its deviation is");
  }

  private Path draft(String network) throws IOException {
    Path bundle = folder.resolve("zoo/boilers/1");
    ToolRun.model("init", FIXTURES.resolve(network + "/1/model.onnx"), "--to", bundle);
    return NormalBoilers.filledIn(bundle);
  }

  /** What a pipeline with the bundle says when one boiler runs hot from its 300th row on. */
  private List<String> alerts() throws IOException {
    Path events =
        new NormalBoilers(9)
            .running(3, 300)
            .faulty("boiler-1", 300, 30, 6)
            .in(folder.resolve("events.jsonl"));
    Path pipeline =
        Files.writeString(
            folder.resolve("boilers.yaml"),
            """
            name: boilers
            kafka: {bootstrap: "none:1", events: events, alerts: alerts, dead-letters: letters}
            channels: {temperature: {unit: Cel}, vibration: {unit: mm/s}, speed: {unit: rpm}}
            models: ./zoo
            detectors:
              - {id: boilers, entities: "*", model: boilers/1}
            """);
    ToolRun.replay(events, "--pipeline", pipeline, "--out", folder.resolve("out"));
    return Files.readAllLines(folder.resolve("out/alerts.jsonl"));
  }
}
