package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.config.PipelineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pipeline file says of Flink is what Flink is told. */
class JobSettingsTest {
  private static final String PIPELINE =
      """
      name: pumps
      kafka: {bootstrap: "localhost:9092", events: e, alerts: a, dead-letters: d}
      channels: {temperature: {}}
      detectors: [{id: pumps, model: flat/1}]
      """;

  @TempDir private Path folder;

  @Test
  void eventTimeGoesOnAsOftenAsThePipelineFileSays() throws IOException {
    assertThat(settings("watermark-interval: 5ms").get(PipelineOptions.AUTO_WATERMARK_INTERVAL))
        .isEqualTo(Duration.ofMillis(5));
  }

  @ParameterizedTest
  @CsvSource({"0s, 20", "300ms, 30", "1s, 100", "5s, 200", "1h, 200"})
  void whereItDoesNotEventTimeGoesOnTheOftenerTheShorterIsWaitedForLateEvents(
      String maxLateness, long millis) throws IOException {
    assertThat(
            settingsOf("time: {max-lateness: " + maxLateness + "}")
                .get(PipelineOptions.AUTO_WATERMARK_INTERVAL))
        .isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void buffersWaitNoLongerThanEventTimeDoesAndNeverLong() throws IOException {
    assertThat(settings("watermark-interval: 5ms").get(ExecutionOptions.BUFFER_TIMEOUT))
        .isEqualTo(Duration.ofMillis(5));
    assertThat(settings("watermark-interval: 1s").get(ExecutionOptions.BUFFER_TIMEOUT))
        .isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void stateIsKeptAsOftenAsThePipelineFileSays() throws IOException {
    assertThat(settings("").get(CheckpointingOptions.CHECKPOINTING_INTERVAL))
        .isEqualTo(Duration.ofSeconds(10));
  }

  private ReadableConfig settings(String runtime) throws IOException {
    return settingsOf("runtime: {" + runtime + "}");
  }

  private ReadableConfig settingsOf(String section) throws IOException {
    Path file = folder.resolve("pipeline.yaml");
    Files.writeString(file, PIPELINE + section + "\n");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment();
    JobSettings.apply(env, PipelineConfig.load(file, Map.of()));
    return env.getConfiguration();
  }
}
