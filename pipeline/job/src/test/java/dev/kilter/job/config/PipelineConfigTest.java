package dev.kilter.job.config;

import static dev.kilter.job.config.PipelineFiles.LEAST;
import static dev.kilter.job.config.PipelineFiles.problems;
import static dev.kilter.job.config.PipelineFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.AlertPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineConfigTest {
  /** As in DESIGN.md. */
  private static final String EXAMPLE =
      """
      name: pumps
      kafka: {bootstrap: "${KAFKA_BOOTSTRAP:localhost:9092}", events: sensor-events, alerts: alerts, dead-letters: dead-letters}
      channels:
        temperature: {unit: Cel, range: [-40, 150]}
        vibration:   {unit: mm/s}
      time: {max-lateness: 5s, idle-after: 30s}
      start: latest            # earliest | latest | committed | a time
      checkpoints: {interval: 10s, dir: "file:///var/lib/kilter/checkpoints"}
      models: ./models/zoo            # any Flink file system URI
      detectors:
        - id: pumps
          entities: "pump-*"
          model: pump-lstm-ae/1
          alert: {open: 3 of 5, close: 10, cooldown: 10m}
      runtime: {provider: cpu, max-batch: 32, max-delay: 5ms}
      delivery: at-least-once
      """;

  @Test
  void readsTheExample() {
    PipelineConfig config = read(EXAMPLE);
    assertThat(config.name()).isEqualTo("pumps");
    assertThat(config.kafka())
        .isEqualTo(
            new KafkaConfig(
                "localhost:9092",
                "sensor-events",
                "alerts",
                AlertFormat.JSON,
                "dead-letters",
                null,
                null,
                null,
                null,
                null,
                null,
                new StartPosition.Latest(),
                Map.of()));
    assertThat(config.events())
        .isEqualTo(
            EventFormat.standard(
                List.of(
                    ChannelConfig.of("temperature", "Cel", -40, 150),
                    ChannelConfig.of(
                        "vibration", "mm/s", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))));
    assertThat(config.events().channelNames()).containsExactly("temperature", "vibration");
    assertThat(config.checkpoints().directory()).isEqualTo("file:///var/lib/kilter/checkpoints");
    DetectorConfig detector = config.detectors().get(0);
    assertThat(detector.id()).isEqualTo("pumps");
    assertThat(detector.entities()).hasToString("pump-*");
    assertThat(detector.model().place()).endsWith("/models/zoo/pump-lstm-ae/1");
    assertThat(detector.alert().policy())
        .isEqualTo(new AlertPolicy(3, 5, 10, Duration.ofMinutes(10)));
    assertThat(detector.place()).endsWith(".yaml:11");
  }

  @Test
  void defaults() {
    PipelineConfig config = read(LEAST);
    assertThat(config.detectors()).hasSize(1);
    assertThat(config.detectors().get(0).model().place()).endsWith("/models/zoo/flat/1");
    assertThat(config.kafka().start()).isEqualTo(new StartPosition.Latest());
  }

  @ParameterizedTest
  @CsvSource({
    "s3://bucket/zoo, s3://bucket/zoo/flat/1",
    "file:///zoo, file:///zoo/flat/1",
    "hdfs://name:8020/zoo, hdfs://name:8020/zoo/flat/1",
    "/absolute/zoo, /absolute/zoo/flat/1",
  })
  void aPlaceOfModelsWithAFileSystemIsKept(String models, String bundle) {
    assertThat(read(LEAST + "models: \"" + models + "\"").detectors().get(0).model().place())
        .isEqualTo(bundle);
  }

  @ParameterizedTest
  @CsvSource({"./zoo, zoo", "zoo, zoo", "../zoo, ../zoo", "./a/../b, b", "., ''"})
  void aPathOfModelsIsRelativeToThePipelineFile(String models, String there, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("p.yaml"), LEAST + "models: " + models);
    assertThat(PipelineConfig.load(file, Map.of()).detectors().get(0).model().place())
        .isEqualTo(folder.resolve(there).normalize() + "/flat/1");
  }

  @Test
  void tellsEverythingThatIsMissing() {
    assertThat(problems("{}"))
        .containsExactlyInAnyOrder(
            ":1: name is missing",
            ":1: kafka.bootstrap is missing",
            ":1: kafka.events is missing",
            ":1: kafka.alerts is missing",
            ":1: kafka.dead-letters is missing",
            ":1: channels is empty; it must be a mapping from each channel to its unit and range",
            ":1: detectors is empty; it must be a list with at least one detector");
  }

  @Test
  void aListOfNoDetectorsIsAllowedForThoseWhoOnlyWantRows() {
    assertThat(read(LEAST.replaceAll("detectors:.*", "detectors: []")).detectors()).isEmpty();
  }

  @Test
  void tellsAllProblemsAtOnce() {
    assertThat(
            problems(
                LEAST
                    + """
                    time: {idle-after: 0s}
                    mood: good
                    runtime: {max-batch: many}
                    """))
        .containsExactlyInAnyOrder(
            ":5: time.idle-after is \"0s\"; it must be longer than nothing",
            ":7: runtime.max-batch is \"many\"; it must be a whole number from 1 to 4096",
            ":6: unknown key mood; known here are [start, name, kafka, format, fields, channels,"
                + " time, health, checkpoints, delivery, models, detectors, runtime, groups, quiet]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "delivery: at-most-once; :5: delivery is \"at-most-once\"; it must be at-least-once or exactly-once",
        "start: yesterday; :5: start is \"yesterday\"; it must be latest, earliest, committed or a",
        "models: [a, b]; :5: models is a list; it must be a single value",
        "time: 5s; :5: time must be a mapping; ''",
        "time: [5s]; :5: time must be a mapping; ''",
        "name: other; :5: name is there again, first in line 1; ''",
      })
  void everyCheckFires(String line, String what, String right) {
    assertThat(problems(LEAST + line)).hasSize(1);
    assertThat(problems(LEAST + line).get(0)).startsWith(what).contains(right);
  }

  @Test
  void aNameOfBlanksIsNone() {
    assertThat(problems(LEAST.replace("name: pumps", "name: \" \"")))
        .containsExactly(":1: name is \" \"; it must be something other than blanks");
  }
}
