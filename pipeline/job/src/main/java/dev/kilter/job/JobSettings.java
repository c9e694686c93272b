package dev.kilter.job;

import dev.kilter.job.config.CheckpointConfig;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The Flink settings that every Kilter job has. */
public final class JobSettings {
  private static final int MAX_PARALLELISM = 512;

  private JobSettings() {}

  static void apply(StreamExecutionEnvironment env, CheckpointConfig checkpoints) {
    env.configure(settings(checkpoints));
  }

  /** For a run over what is recorded: without checkpoints, over at the first failure. */
  public static void applyBounded(StreamExecutionEnvironment env) {
    Configuration settings = common();
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
    env.configure(settings);
  }

  private static Configuration common() {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
    return settings;
  }

  private static Configuration settings(CheckpointConfig checkpoints) {
    Configuration settings = common();
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints.interval());
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    settings.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(20));
    // What a watermark lets out waits for it, and is in memory until then.
    settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(50));
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    if (checkpoints.directory() != null) {
      settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.directory());
      settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    }
    return settings;
  }
}
