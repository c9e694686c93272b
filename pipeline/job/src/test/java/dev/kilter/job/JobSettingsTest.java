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
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.CheckpointingMode;
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

  @Test
  void howeverOftenItHasFailedItIsTriedAgainAfterTenSeconds() throws IOException {
    assertThat(
            settings("").get(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF))
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void whatTellsAtLeastOnceGoesOnHoweverLongNoStateCanBeSaved() throws IOException {
    assertThat(settings("").get(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER))
        .isEqualTo(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "10s, 15m, 10m, 3, 150",
    "2m, 1h, 10m, 3, 150",
    "5m, 1h, 10m, 1, 150",
    "10m, 1h, 10m, 0, 150",
    "30m, 1h, 10m, 0, 150",
  })
  void whatTellsExactlyOnceStartsAnewBeforeATransactionIsTooOld(
      String interval, String timeout, String outage, int tolerated, int seconds)
      throws IOException {
    ReadableConfig settings =
        settingsOf(
            "checkpoints: {interval: %s}\ndelivery: {guarantee: exactly-once, transaction-timeout: %s, longest-outage: %s}"
                .formatted(interval, timeout, outage));
    assertThat(settings.get(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER)).isEqualTo(tolerated);
    assertThat(settings.get(CheckpointingOptions.CHECKPOINTING_TIMEOUT))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"at-least-once", "exactly-once"})
  void stateCountsEachEventOnceWhateverIsPromisedOfAlerts(String delivery) throws IOException {
    assertThat(
            settingsOf("delivery: " + delivery)
                .get(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE))
        .isEqualTo(CheckpointingMode.EXACTLY_ONCE);
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
