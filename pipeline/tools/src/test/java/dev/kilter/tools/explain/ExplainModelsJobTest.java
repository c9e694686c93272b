package dev.kilter.tools.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.tools.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explanations of models that are not one window's alone, held against the pipeline's scores. */
class ExplainModelsJobTest {
  private static final Path FIXTURES = Path.of("../onnx/src/test/resources/bundles");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long BEGIN = 1_772_366_400;
  private static final int ROWS = 120;

  @TempDir private Path folder;
  private String output;

  @Test
  void aForecasterIsExplainedByAllThatItHasSeen() throws IOException {
    copied("recurrent-carried");

    JsonNode told = explained("recurrent-carried", "", 100);

    assertToldAs(scoreAt(100), told);
    assertThat(told.path("times")).hasSize(48);
    assertThat(told.path("from").asText()).isEqualTo(time(100 - 47));
    assertThat(told.path("rebaselined").asBoolean()).isFalse();
  }

  @Test
  void aScreenedChannelHasNoPartAndIsSaidToBeLeftOut() throws IOException {
    Path contract = copied("flat");
    String screened = "\"screened\": [\"vibration\"], \"of\": ";
    Files.writeString(contract, Files.readString(contract).replace("\"of\": ", screened));

    JsonNode told = explained("flat", "", 100);

    assertToldAs(scoreAt(100), told);
    JsonNode leftOut = told.path("channels").path(1);
    assertThat(leftOut.path("name").asText()).isEqualTo("vibration");
    assertThat(leftOut.path("leftOut").asBoolean()).isTrue();
    assertThat(leftOut.path("part").asDouble()).isZero();
    assertThat(leftOut.path("partNow").asDouble()).isZero();
    assertThat(told.path("channels").path(0).path("part").asDouble()).isEqualTo(1);
    assertThat(output).containsPattern("vibration .*left out +0 % +0 %");
  }

  /** What the explanation of a row says; the scores of the replay lie beside it. */
  private JsonNode explained(String model, String more, int row) throws IOException {
    Path pipeline = pipeline(model, more);
    Path events = Files.write(folder.resolve("events.jsonl"), lines());
    ToolRun replayed =
        ToolRun.replay(events, "--pipeline", pipeline, "--out", folder.resolve("out"));
    assertThat(replayed.failure()).isNull();
    Path json = folder.resolve("told.json");
    Object[] arguments = {
      events, "--pipeline", pipeline, "--entity", "a", "--at", time(row), "--json", json
    };
    ToolRun run = ToolRun.of(new ExplainCommand(), arguments);
    assertThat(run.failure()).isNull();
    output = run.output();
    return JSON.readTree(json.toFile());
  }

  private static void assertToldAs(JsonNode score, JsonNode told) {
    assertThat(score.path("time")).isEqualTo(told.path("time"));
    assertClose(told.path("raw"), score.path("raw"));
    assertClose(told.path("average"), score.path("score"));
    assertClose(told.path("threshold"), score.path("threshold"));
  }

  private static void assertClose(JsonNode told, JsonNode score) {
    double expected = score.asDouble();
    assertThat(told.asDouble()).isCloseTo(expected, within(1e-5 * Math.abs(expected)));
  }

  private JsonNode scoreAt(int row) throws IOException {
    for (String line : Files.readAllLines(folder.resolve("out/scores.jsonl"))) {
      JsonNode score = JSON.readTree(line);
      if (score.path("time").asText().equals(time(row))) {
        return score;
      }
    }
    throw new AssertionError("row " + row + " has no score");
  }

  /** From the 40th row on both channels are on another level. */
  private static List<String> lines() {
    Random random = new Random(5);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      double level = row < 40 ? 0 : 6;
      lines.add(
          String.format(
              Locale.ROOT,
              "{\"entity\":\"a\",\"time\":\"%s\",\"values\":{\"temperature\":%.4f,\"vibration\":%.4f}}",
              time(row),
              level + random.nextDouble(),
              level + random.nextDouble()));
    }
    return lines;
  }

  private static String time(int row) {
    return Instant.ofEpochSecond(BEGIN + row).toString();
  }

  private Path pipeline(String model, String more) throws IOException {
    return Files.writeString(
        folder.resolve("pipeline.yaml"),
        """
        name: things
        kafka: {bootstrap: "none:1", events: events, alerts: alerts, dead-letters: letters}
        channels: {temperature: {unit: Cel}, vibration: {unit: mm/s}}
        models: ./zoo
        detectors:
          - {id: things, entities: "*", model: %s/1%s}
        """
            .formatted(model, more));
  }

  /** The contract of the copy. */
  private Path copied(String name) throws IOException {
    Path bundle = Files.createDirectories(folder.resolve("zoo/" + name + "/1"));
    for (String file : new String[] {"model.onnx", "golden.json", "model.json"}) {
      Files.copy(FIXTURES.resolve(name + "/1").resolve(file), bundle.resolve(file));
    }
    return bundle.resolve("model.json");
  }
}
