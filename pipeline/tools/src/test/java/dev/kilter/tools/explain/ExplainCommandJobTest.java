package dev.kilter.tools.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.UserError;
import dev.kilter.tools.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Explanations of a recorded incident, through the whole pipeline on a mini-cluster. */
class ExplainCommandJobTest {
  private static final Path GOLDEN = Path.of("examples/golden");
  private static final String EVENTS = GOLDEN.resolve("events.jsonl.gz").toString();
  private static final String PIPELINE = "examples/pumps.yaml";

  @TempDir private Path folder;

  @Test
  void saysWhatTheAlertOfThatInstantSays() throws IOException {
    JsonNode alert = new ObjectMapper().readTree(alerts().get(1));
    Path file = folder.resolve("told.json");

    explain("--at", alert.get("time").asText(), "--json", file.toString());

    JsonNode told = new ObjectMapper().readTree(file.toFile());
    assertClose(told.get("average"), alert.get("score"));
    assertClose(told.get("threshold"), alert.get("threshold"));
    assertClose(told.get("raw"), alert.at("/evidence/raw"));
    for (JsonNode channel : alert.get("channels")) {
      JsonNode same = channel(told, channel.get("name").asText());
      assertClose(same.get("observed"), channel.get("observed"));
      assertClose(same.get("expected"), channel.get("expected"));
      assertClose(same.get("part"), channel.get("part"));
    }
    assertThat(told.get("offKilter").asBoolean()).isTrue();
    assertThat(told.get("from")).isEqualTo(alert.at("/evidence/from"));
  }

  @Test
  void hasAllNumbersOfEveryGateAndCell() throws IOException {
    ToolRun run = explain("--at", "2026-03-01T02:13:30Z", "--out", folder.toString());

    assertThat(run.code()).isZero();
    JsonNode told = new ObjectMapper().readTree(folder.resolve("explanation.json").toFile());
    assertThat(told.get("times")).hasSize(48);
    assertThat(told.get("layers")).hasSize(2);
    for (JsonNode layer : told.get("layers")) {
      assertThat(layer.get("largestDifference").asDouble()).isLessThan(1e-5);
      JsonNode direction = layer.at("/directions/0");
      for (String of : List.of("input", "forget", "cell", "output")) {
        assertThat(direction.get(of + "Gate")).hasSize(48).allMatch(units -> units.size() == 32);
      }
      assertThat(direction.get("cellState")).hasSize(48);
      assertThat(direction.get("hiddenState")).hasSize(48);
    }
    assertThat(folder.resolve("explanation.html")).content().contains("id=\"told\"");
  }

  @Test
  void showsItInTheTerminal() {
    String output = explain("--at", "2026-03-01T02:13:30Z").output();

    assertThat(output)
        .startsWith("pump-03 at 2026-03-01T02:13:30Z, judged by pumps with pump-lstm-ae/1\n")
        .contains("average 1.2553, threshold 0.61939: off kilter")
        .containsSubsequence("vibration", "mm/s", "73 %", "pressure", "13 %")
        .containsSubsequence("LSTM encoder", "input gate", "forget gate", "cell state")
        .contains("LSTM decoder");
    assertThat(output.lines()).allMatch(line -> line.length() <= 100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pump-99 | 2026-03-01T02:13:30Z | no entity pump-99: the recording has pump-01, pump-02",
        "pump-03 | 2026-03-01T02:13:31Z | ends at 2026-03-01T02:13:31Z; nearest are those that end at 2026-03-01T02:13:30Z and 2026-03-01T02:13:40Z.",
        "pump-03 | 2026-03-01T00:00:30Z | not enough history: 4 of 48; judged nearest: 2026-03-01T00:07:50Z",
        "boiler | 2026-03-01T02:13:30Z | No detector watches boiler; examples/pumps.yaml has pumps (pump-*).",
      })
  void saysWhyThereIsNothingToExplain(String entity, String time, String sentence) {
    ToolRun run = run(EVENTS, "--pipeline", PIPELINE, "--entity", entity, "--at", time);

    assertThat(run.failure()).isInstanceOf(UserError.class).hasMessageContaining(sentence);
  }

  @Test
  void looksForTheFilesFirst() {
    ToolRun run =
        run("none.jsonl", "--pipeline", PIPELINE, "--entity", "a", "--at", "2026-03-01T00:00:00Z");

    assertThat(run.failure())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no file none.jsonl");
  }

  @Test
  void aModelThatIsNotThereIsNamed() throws IOException {
    String yaml = Files.readString(Path.of(PIPELINE)).replace("pump-lstm-ae/1", "pump-lstm-ae/9");
    Path pipeline = Files.writeString(folder.resolve("pumps.yaml"), yaml);

    ToolRun run =
        run(
            EVENTS,
            "--pipeline",
            pipeline.toString(),
            "--entity",
            "a",
            "--at",
            "2026-03-01T00:00:00Z");

    assertThat(run.failure())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("There is no model bundle at ")
        .hasMessageContaining("pump-lstm-ae/9");
  }

  private static List<String> alerts() throws IOException {
    return Files.readAllLines(GOLDEN.resolve("alerts.jsonl"));
  }

  private static JsonNode channel(JsonNode told, String name) {
    for (JsonNode channel : told.get("channels")) {
      if (channel.get("name").asText().equals(name)) {
        return channel;
      }
    }
    throw new AssertionError("no channel " + name);
  }

  /** As far as an alert tells it: 6 digits, and across processors fewer. */
  private static void assertClose(JsonNode told, JsonNode alert) {
    double expected = alert.asDouble();
    assertThat(told.asDouble()).isCloseTo(expected, within(1e-4 * Math.abs(expected)));
  }

  private static ToolRun explain(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of(EVENTS, "--pipeline", PIPELINE, "--entity", "pump-03"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray());
  }

  private static ToolRun run(Object... arguments) {
    return ToolRun.of(new ExplainCommand(), arguments);
  }
}
