package dev.kilter.job.config;

import dev.kilter.onnx.Execution;
import dev.kilter.onnx.Processor;
import java.io.Serializable;
import java.time.Duration;

/**
 * How models are run, and how often event time goes on.
 *
 * @param maxBatch so many sequences at most go through the network at once
 * @param maxDelay for so long at most a sequence waits for others
 * @param maxModels so many models at most are in memory at once, in each task
 * @param processor where they run
 * @param watermarkInterval so often event time goes on; until then what it lets out waits
 */
public record RuntimeConfig(
    int maxBatch, Duration maxDelay, int maxModels, Processor processor, Duration watermarkInterval)
    implements Serializable {
  private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(50);

  /** Models that run on the CPU. */
  public RuntimeConfig(int maxBatch, Duration maxDelay, int maxModels) {
    this(maxBatch, maxDelay, maxModels, Processor.CPU, WATERMARK_INTERVAL);
  }

  static RuntimeConfig read(YamlSection runtime) {
    Processor processor = ProcessorSection.read(runtime);
    RuntimeConfig config =
        new RuntimeConfig(
            runtime.integer("max-batch", processor.usualBatch(), 1, Execution.LARGEST_BATCH),
            runtime.positiveDuration("max-delay", Duration.ofMillis(5)),
            runtime.integer("max-models", 64, 1, 100_000),
            processor,
            runtime.positiveDuration("watermark-interval", WATERMARK_INTERVAL));
    runtime.finish();
    return config;
  }

  /** How networks are run. */
  public Execution execution() {
    return new Execution(processor, maxBatch);
  }
}
