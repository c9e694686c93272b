package dev.kilter.job.config;

import java.time.Duration;

/**
 * When and where state is kept.
 *
 * @param interval from one checkpoint to the next
 * @param directory any Flink file system URI, or null: Flink's own setting
 */
public record CheckpointConfig(Duration interval, String directory) {

  static CheckpointConfig read(YamlSection checkpoints) {
    CheckpointConfig config =
        new CheckpointConfig(
            checkpoints.positiveDuration("interval", Duration.ofSeconds(10)),
            checkpoints.text("dir", null));
    checkpoints.finish();
    return config;
  }
}
