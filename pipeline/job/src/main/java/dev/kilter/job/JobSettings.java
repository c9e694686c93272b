package dev.kilter.job;

import dev.kilter.job.config.CheckpointConfig;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.config.StateBackend;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The Flink settings that every Kilter job has. */
public final class JobSettings {
  /** Into how many parts entities are divided at most: state cannot be divided anew. */
  public static final int MAX_PARALLELISM = 512;

  /** So many checkpoints in turn may fail, each as slowly as may be, before there is a restart. */
  private static final int FAILURES_IN_AN_OUTAGE = 4;

  /** For so long at most it is waited before the next try after a failure. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** After so long without a failure the next one is the first again. */
  private static final Duration WITHOUT_FAILURE = Duration.ofMinutes(5);

  private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(20);

  private JobSettings() {}

  /** For a pipeline that runs until it is stopped. */
  public static void apply(StreamExecutionEnvironment env, PipelineConfig config) {
    Configuration settings = common();
    keepState(settings, config.checkpoints());
    outlastOutages(settings, config);
    passOn(settings, config.runtime().watermarkInterval());
    restartSoon(settings);
    env.configure(settings);
  }

  /**
   * Flink would wait for longer and longer, up to a minute, and begin with a second again only
   * after an hour without a failure: an outage of two minutes would be over, and alerts not there
   * yet.
   */
  private static void restartSoon(Configuration settings) {
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LONGEST_WAIT);
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
        WITHOUT_FAILURE);
  }

  /** For a pipeline whose speed is measured: as that, but without checkpoints and restarts. */
  public static void applyWithoutCheckpoints(
      StreamExecutionEnvironment env, PipelineConfig config) {
    applyBounded(env);
    Configuration settings = new Configuration();
    passOn(settings, config.runtime().watermarkInterval());
    env.configure(settings);
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

  private static void keepState(Configuration settings, CheckpointConfig checkpoints) {
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints.interval());
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    if (checkpoints.directory() != null) {
      settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.directory());
      settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    }
    if (checkpoints.state() != null) {
      keepState(settings, checkpoints.state());
    }
  }

  /**
   * While no state can be saved, a pipeline that tells at least once goes on: a restart would end
   * nothing but its work. One that tells exactly once waits with what it tells until state is saved
   * again, and starts anew from the last state before Kafka ends a transaction that waits.
   */
  private static void outlastOutages(Configuration settings, PipelineConfig config) {
    settings.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    if (!config.delivery().exactlyOnce()) {
      settings.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
      return;
    }
    Duration outage = config.delivery().longestOutage();
    Duration longest = outage.dividedBy(FAILURES_IN_AN_OUTAGE);
    Duration each = max(longest, config.checkpoints().interval());
    settings.set(CheckpointingOptions.MAX_CONCURRENT_CHECKPOINTS, 1);
    settings.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, longest);
    settings.set(
        CheckpointingOptions.TOLERABLE_FAILURE_NUMBER,
        (int) Math.max(0, outage.dividedBy(each) - 1));
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static void keepState(Configuration settings, StateBackend backend) {
    settings.set(StateBackendOptions.STATE_BACKEND, backend.flinkName());
    if (backend == StateBackend.ROCKSDB) {
      settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    }
  }

  /**
   * What a watermark lets out waits for it; who wants it soon does not want it held up in buffers.
   */
  private static void passOn(Configuration settings, Duration watermarkInterval) {
    settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, watermarkInterval);
    boolean sooner = watermarkInterval.compareTo(BUFFER_TIMEOUT) < 0;
    settings.set(ExecutionOptions.BUFFER_TIMEOUT, sooner ? watermarkInterval : BUFFER_TIMEOUT);
  }
}
