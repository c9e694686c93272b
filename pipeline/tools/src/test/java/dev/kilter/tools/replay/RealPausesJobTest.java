package dev.kilter.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.PublicData;
import dev.kilter.tools.embedded.ScratchFolder;
import dev.kilter.tools.recording.csv.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pauses that SKAB's water loop really had; skipped where the data is not there. */
class RealPausesJobTest {
  private static final Path TOOLS = Path.of("").toAbsolutePath();
  private static final Path EXAMPLES = TOOLS.resolve("examples/recordings");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "valve1/2, 2020-03-09T11:05:40Z, 76",
    "valve1/4, 2020-03-09T11:46:37Z, 54",
    "valve1/7, 2020-03-09T12:53:01Z, 65",
  })
  void aPauseIsToldAsHealthAndEndsTheHistory(String entity, String time, int seconds)
      throws Exception {
    Path file = PublicData.file("SKAB/" + entity + ".csv");

    ReplayResult result = replay(file);

    assertThat(lines(result, "health.jsonl"))
        .filteredOn(line -> line.contains("\"status\":\"ended\",\"kind\":\"silent\""))
        .singleElement()
        .asString()
        .contains("\"time\":\"" + time + "\"", "nothing came for " + seconds + " s");
    assertThat(lines(result, "scores.jsonl"))
        .filteredOn(line -> line.contains("\"time\":\"" + time + "\""))
        .singleElement()
        .asString()
        .contains("\"notJudged\":\"not enough history");
    assertThat(lines(result, "alerts.jsonl")).isEmpty();
  }

  private ReplayResult replay(Path file) throws Exception {
    try (ScratchFolder scratch = ScratchFolder.create("kilter-pauses-test-")) {
      return new ReplayPipeline(PipelinePlan.resolve(pipeline()), null, 1, scratch)
          .run(
              new RecordedFiles(
                  List.of(file.toString()),
                  EXAMPLES.resolve("skab.yaml").toString(),
                  Part.ALL,
                  Duration.ofHours(1)),
              Files.createDirectories(folder.resolve("out")),
              () -> {});
    }
  }

  /** The example's, with a model that needs no training and expects values about zero. */
  private PipelineConfig pipeline() throws IOException {
    String example = Files.readString(EXAMPLES.resolve("skab-pipeline.yaml"));
    Path file =
        Files.writeString(
            folder.resolve("pipeline.yaml"),
            example
                .replace("channels:\n", "channels:\n  vibration: {field: acceleration-1}\n")
                .replace("  acceleration-1: {}\n", "")
                .replace("  temperature: {}", "  temperature: {scale: 0.001}")
                .replace("{entity}/${MODEL}/1", "flat/1"));
    Path bundles = TOOLS.resolve("../onnx/src/test/resources/bundles").normalize();
    return PipelineConfig.load(file, Map.of("MODELS", bundles.toString()));
  }

  private static List<String> lines(ReplayResult result, String file) throws IOException {
    return Files.readAllLines(result.folder().resolve(file));
  }
}
