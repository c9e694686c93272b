package dev.kilter.job.config;

import dev.kilter.onnx.Execution;
import java.io.Serializable;
import java.time.Duration;

/**
 * How models are run.
 *
 * @param maxBatch so many sequences at most go through the network at once
 * @param maxDelay for so long at most a sequence waits for others
 * @param maxModels so many models at most are in memory at once, in each task
 */
public record RuntimeConfig(int maxBatch, Duration maxDelay, int maxModels)
    implements Serializable {

  static RuntimeConfig read(YamlSection runtime) {
    runtime.oneOf("provider", "cpu", "cpu");
    RuntimeConfig config =
        new RuntimeConfig(
            runtime.integer("max-batch", 32, 1, Execution.LARGEST_BATCH),
            runtime.positiveDuration("max-delay", Duration.ofMillis(5)),
            runtime.integer("max-models", 64, 1, 100_000));
    runtime.finish();
    return config;
  }

  /** How networks are run. */
  public Execution execution() {
    return new Execution(maxBatch);
  }
}
