package dev.kilter.job.restore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.job.config.PipelineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.PipelineOptionsInternal;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State that cannot be read from where the pipeline is started; no Kafka is there to be asked. */
class RestoreCheckTest {
  @TempDir private Path folder;

  private final Configuration flink = new Configuration();

  @BeforeEach
  void goOnFromWhatIsNotThere() {
    flink.set(StateRecoveryOptions.SAVEPOINT_PATH, folder.resolve("gone").toString());
  }

  @Test
  void whereNobodyCanSayWhatIsLostAPipelineThatTellsExactlyOnceIsNotStarted() {
    assertThatThrownBy(() -> check("exactly-once"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("The state at " + folder.resolve("gone") + " cannot be read from")
        .hasMessageContaining("start the pipeline where it can be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at-least-once",
        "{guarantee: exactly-once, accept-loss-until: 2026-03-01T12:00:00Z}"
      })
  void itIsWhereNothingWaitsToBeCommittedOrTheFileAcceptsTheLoss(String delivery) {
    assertThatCode(() -> check(delivery)).doesNotThrowAnyException();
  }

  @Test
  void anApplicationThatAnotherJobManagerTakesOverIsNotKeptFromRunning() {
    flink.set(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID, "0".repeat(32));
    assertThatThrownBy(() -> check("exactly-once")).isInstanceOf(UserError.class);

    flink.set(HighAvailabilityOptions.HA_MODE, "kubernetes");
    assertThatCode(() -> check("exactly-once")).doesNotThrowAnyException();

    flink.removeConfig(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID);
    assertThatThrownBy(() -> check("exactly-once")).isInstanceOf(UserError.class);
  }

  @Test
  void aStartFromNothingIsNotLookedAt() {
    flink.removeConfig(StateRecoveryOptions.SAVEPOINT_PATH);
    assertThatCode(() -> check("exactly-once")).doesNotThrowAnyException();
  }

  private void check(String delivery) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("pumps.yaml"),
            """
            name: pumps
            kafka: {bootstrap: "localhost:1", events: e, alerts: a, dead-letters: d}
            channels: {temperature: {}}
            detectors: [{id: pumps, model: flat/1}]
            delivery: %s
            """
                .formatted(delivery));
    RestoreCheck.check(PipelineConfig.load(file, Map.of()), flink);
  }
}
