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
 * @param journal where tasks note what is in a network
 */
public record RuntimeConfig(
    int maxBatch,
    Duration maxDelay,
    int maxModels,
    Processor processor,
    Duration watermarkInterval,
    JournalPlace journal)
    implements Serializable {
  private static final Duration MOST_OFTEN = Duration.ofMillis(20);
  private static final Duration LEAST_OFTEN = Duration.ofMillis(200);

  /** Models that run on the CPU, and no journal. */
  public RuntimeConfig(int maxBatch, Duration maxDelay, int maxModels) {
    this(maxBatch, maxDelay, maxModels, Processor.CPU);
  }

  /** Models that run there, and no journal; event time goes on as often as Flink has it. */
  public RuntimeConfig(int maxBatch, Duration maxDelay, int maxModels, Processor processor) {
    this(maxBatch, maxDelay, maxModels, processor, LEAST_OFTEN, new JournalPlace.Off());
  }

  /** The same with a journal there. */
  public RuntimeConfig journaled(JournalPlace place) {
    return new RuntimeConfig(maxBatch, maxDelay, maxModels, processor, watermarkInterval, place);
  }

  /**
   * Reads the section.
   *
   * @param maxLateness how long is waited for late events
   */
  static RuntimeConfig read(YamlSection runtime, Duration maxLateness) {
    Processor processor = ProcessorSection.read(runtime);
    RuntimeConfig config =
        new RuntimeConfig(
            runtime.integer("max-batch", processor.usualBatch(), 1, Execution.LARGEST_BATCH),
            runtime.positiveDuration("max-delay", Duration.ofMillis(5)),
            runtime.integer("max-models", 64, 1, 100_000),
            processor,
            runtime.positiveDuration("watermark-interval", watermarkInterval(maxLateness)),
            runtime.parsed("journal", new JournalPlace.Usual(), JournalPlace::parse));
    runtime.finish();
    return config;
  }

  /**
   * Who waits for late events can wait a tenth of that longer: an entity's events are the cheaper
   * the more of them go through together.
   */
  private static Duration watermarkInterval(Duration maxLateness) {
    Duration tenth = maxLateness.dividedBy(10);
    Duration least = tenth.compareTo(MOST_OFTEN) < 0 ? MOST_OFTEN : tenth;
    return least.compareTo(LEAST_OFTEN) > 0 ? LEAST_OFTEN : least;
  }

  /** How networks are run. */
  public Execution execution() {
    return new Execution(processor, maxBatch);
  }
}
