package dev.kilter.tools.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.UserError;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.embedded.ScratchFolder;
import dev.kilter.tools.recording.csv.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A replay with what people said meanwhile: five pumps, hot from 40 s on and again from 140 s. */
class ControlledReplayJobTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PUMPS = 5;
  private static final int SECONDS = 200;

  @TempDir private Path folder;
  private PipelineConfig config;
  private Path events;

  @BeforeEach
  void record() throws IOException {
    config =
        PipelineConfig.load(
            Path.of("src/test/resources/two-channels.yaml"),
            Map.of(
                "KAFKA_BOOTSTRAP", "unused:1",
                "PREFIX", "it",
                "CHECKPOINT_DIR", folder.toUri().toString()));
    events = RecordedLines.write(folder.resolve("events.jsonl"), events());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void itComesToTheSameAtEveryParallelism(int parallelism) throws Exception {
    Path control = control(silence("pump-1", 0, 100), falseAlarm("pump-0", 70));
    Path expected = replay("one", 1, control);
    Path actual = replay("more", parallelism, control);

    for (String file : List.of("alerts.jsonl", "scores.jsonl", "feedback.jsonl")) {
      assertThat(actual.resolve(file)).hasSameBinaryContentAs(expected.resolve(file));
    }
  }

  @Test
  void underASilenceNothingIsToldAndBehindItAsWithoutIt() throws Exception {
    List<JsonNode> without = alerts(replay("without", 2, control()), "pump-1");
    List<JsonNode> with = alerts(replay("with", 2, control(silence("pump-1", 0, 100))), "pump-1");

    assertThat(without).hasSize(6);
    assertThat(with).hasSize(3);
    assertThat(with).isEqualTo(without.subList(3, 6));
  }

  @Test
  void aFalseAlarmRaisesTheThresholdOfTheNextIncident() throws Exception {
    Path results = replay("raised", 2, control(falseAlarm("pump-0", 70)));

    List<JsonNode> outcomes = lines(results.resolve("feedback.jsonl"));
    assertThat(outcomes)
        .singleElement()
        .extracting(outcome -> outcome.get("changed").textValue())
        .isEqualTo("threshold");
    List<JsonNode> alerts = alerts(results, "pump-0");
    double before = alerts.get(0).get("threshold").doubleValue();
    assertThat(alerts.get(alerts.size() - 1).get("threshold").doubleValue())
        .isCloseTo(1.25 * before, within(1e-6));
  }

  @Test
  void whatIsNoMessageIsToldWithItsLine() throws IOException {
    Path control = control(silence("pump-1", 0, 100), "{\"control\": \"hush\"}");

    assertThatThrownBy(() -> ControlFile.read(control, config))
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith(
            "control.jsonl:2: control is \"hush\"; it must be silence, end-silence or feedback.");
  }

  /** What is found without anybody saying anything. */
  private String incidentOf(String pump) throws Exception {
    return alerts(replay("found", 1, control()), pump).get(0).get("incident").textValue();
  }

  private Path replay(String name, int parallelism, Path control) throws Exception {
    try (ScratchFolder scratch = ScratchFolder.create("kilter-replay-test-")) {
      return new ReplayPipeline(
              PipelinePlan.resolve(config),
              null,
              ControlFile.read(control, config),
              parallelism,
              scratch)
          .run(
              new RecordedFiles(List.of(events.toString()), null, Part.ALL, Duration.ofHours(1)),
              Files.createDirectories(folder.resolve(name)),
              () -> {})
          .folder();
    }
  }

  private Path control(String... messages) throws IOException {
    return Files.write(folder.resolve("control.jsonl"), List.of(messages), UTF_8);
  }

  private static String silence(String pump, int from, int until) {
    return "{\"control\": \"silence\", \"id\": \"s-1\", \"entities\": \"%s\", \"reason\": \"seal\", \"by\": \"ana\", \"from\": \"%s\", \"until\": \"%s\"}"
        .formatted(pump, time(from), time(until));
  }

  private String falseAlarm(String pump, int from) throws Exception {
    return "{\"control\": \"feedback\", \"incident\": \"%s\", \"entity\": \"%s\", \"detector\": \"pumps\", \"verdict\": \"false-alarm\", \"by\": \"ana\", \"from\": \"%s\"}"
        .formatted(incidentOf(pump), pump, time(from));
  }

  private static String time(int second) {
    return "1970-01-01T00:%02d:%02dZ".formatted(second / 60, second % 60);
  }

  private static List<JsonNode> alerts(Path results, String pump) throws IOException {
    return lines(results.resolve("alerts.jsonl")).stream()
        .filter(alert -> alert.get("entity").textValue().equals(pump))
        .toList();
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static List<String> events() {
    List<String> events = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      for (int pump = 0; pump < PUMPS; pump++) {
        int ofHundred = (second + 100 - 3 * pump) % 100;
        boolean hot = second >= 40 && ofHundred >= 40 && ofHundred < 55;
        events.add(
            "{\"entity\":\"pump-%d\",\"time\":%d,\"values\":{\"temperature\":%s,\"vibration\":0.5}}"
                .formatted(pump, second * 1_000, hot ? "9" : "0.5"));
      }
    }
    return events;
  }
}
