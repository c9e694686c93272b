package dev.kilter.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows as a model would see them, written by a replay on a mini-cluster. */
class AlignedRowsJobTest {
  private static final String CHANNELS =
      """
      {"period": "PT2S", "channels": [
        {"name": "vibration", "unit": "mm/s", "aggregate": "last", "fill": "none"},
        {"name": "temperature", "unit": "Cel", "aggregate": "mean", "fill": "hold", "maximumAge": "PT3S"}]}
      """;
  private static final String HEADER =
      "{\"kilterRows\":1," + CHANNELS.strip().substring(1).replaceAll("\\s", "");

  @TempDir private Path folder;

  @Test
  void eventsBecomeRowsOnTheGridWithWhatWasFilledInAndWhereASequenceBegins() throws Exception {
    assertThat(rows(CHANNELS, 1, events()))
        .containsExactly(
            HEADER,
            row("00:00:00", true, "\"vibration\":5.0,\"temperature\":2.0", ""),
            row("00:00:02", false, "\"vibration\":6.0,\"temperature\":2.0", "temperature"),
            row("00:00:04", false, "\"temperature\":2.0", "temperature"),
            row("00:00:06", false, "\"temperature\":2.0", "temperature"),
            row("00:00:08", false, "\"temperature\":7.0", ""),
            row("00:11:40", true, "\"vibration\":1.0,\"temperature\":1.0", ""));
  }

  @Test
  void withoutAPeriodThereIsARowForEachInstant() throws Exception {
    List<String> rows = rows(CHANNELS.replace("\"period\": \"PT2S\", ", ""), 1, events());
    assertThat(rows).hasSize(6).contains(row("00:00:01", false, "\"temperature\":3.0", ""));
  }

  @Test
  void theRowsAreTheSameAtEveryParallelism() throws Exception {
    List<String> many = new ArrayList<>();
    for (int second = 0; second < 100; second++) {
      for (int pump = 0; pump < 5; pump++) {
        many.add(event("pump-" + pump, second, "\"temperature\":" + (second * pump) % 7));
      }
    }
    assertThat(rows(CHANNELS, 3, many)).hasSize(1 + 5 * 50).isEqualTo(rows(CHANNELS, 1, many));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"PT2S\"; \"PT20M\"; the period, 20m, is longer than the pipeline's max-gap, 10m",
        "\"PT2S\"; \"PT0S\"; period is PT0S; it must be at least a millisecond",
        "\"vibration\"; \"noise\"; the model needs the channel noise, which is not under channels",
        "\"mm/s\"; \"g\"; channel vibration is in mm/s under channels but the model was trained on g",
        "\"none\"; \"zero\"; channels.fill is zero; it must be one of",
        "\"period\"; \"perod\"; unknown key perod",
      })
  void whatCannotBeIsRefused(String from, String to, String why) throws IOException {
    Path file = Files.writeString(folder.resolve("channels.json"), CHANNELS.replace(from, to));
    assertThatThrownBy(() -> WantedRows.read(file, pipeline()))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("channels.json", why);
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> WantedRows.read(folder.resolve("none.json"), pipeline()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("There is no file");
  }

  private static List<String> events() {
    return List.of(
        event("pump-1", 0, "\"temperature\":1,\"vibration\":5"),
        event("pump-1", 1, "\"temperature\":3"),
        event("pump-1", 2, "\"vibration\":6"),
        event("pump-1", 8, "\"temperature\":7"),
        event("pump-1", 700, "\"temperature\":1,\"vibration\":1"));
  }

  private List<String> rows(String channels, int parallelism, List<String> events)
      throws Exception {
    Path file = Files.writeString(folder.resolve("channels.json"), channels);
    Path recording = RecordedLines.write(folder.resolve("events.jsonl"), events);
    PipelineConfig config = pipeline();
    try (ScratchFolder scratch = ScratchFolder.create("kilter-replay-test-")) {
      WantedRows wanted = WantedRows.read(file, config);
      new ReplayPipeline(PipelinePlan.resolve(config), wanted, parallelism, scratch)
          .run(
              new RecordedFiles(List.of(recording.toString()), null, Part.ALL, Duration.ofHours(1)),
              folder,
              () -> {});
    }
    return Files.readAllLines(folder.resolve("aligned-rows.jsonl"));
  }

  private PipelineConfig pipeline() {
    Map<String, String> variables =
        Map.of(
            "KAFKA_BOOTSTRAP",
            "unused:1",
            "PREFIX",
            "it",
            "CHECKPOINT_DIR",
            folder.toUri().toString());
    return PipelineConfig.load(Path.of("src/test/resources/two-channels.yaml"), variables);
  }

  private static String event(String entity, int second, String values) {
    return "{\"entity\":\"%s\",\"time\":%d,\"values\":{%s}}"
        .formatted(entity, second * 1_000, values);
  }

  private static String row(String time, boolean begins, String values, String filled) {
    return "{\"entity\":\"pump-1\",\"time\":\"1970-01-01T%sZ\",%s\"values\":{%s}%s}"
        .formatted(
            time,
            begins ? "\"begins\":true," : "",
            values,
            filled.isEmpty() ? "" : ",\"filled\":[\"" + filled + "\"]");
  }
}
