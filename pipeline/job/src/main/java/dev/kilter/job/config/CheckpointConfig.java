package dev.kilter.job.config;

import java.time.Duration;

/**
 * When and where state is kept.
 *
 * @param interval from one checkpoint to the next
 * @param directory any Flink file system URI, or null: Flink's own setting
 * @param state what keeps it between checkpoints, or null: Flink's own setting
 */
public record CheckpointConfig(Duration interval, String directory, StateBackend state) {

  static CheckpointConfig read(YamlSection checkpoints) {
    CheckpointConfig config =
        new CheckpointConfig(
            checkpoints.positiveDuration("interval", Duration.ofSeconds(10)),
            checkpoints.text("dir", null),
            checkpoints.parsed("state", null, StateBackend::labelled));
    checkpoints.finish();
    return config;
  }
}
