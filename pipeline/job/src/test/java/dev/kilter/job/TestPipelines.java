package dev.kilter.job;

import dev.kilter.job.config.PipelineConfig;
import java.nio.file.Path;
import java.util.Map;

/** The pipelines the tests run: small enough to compute their alerts by hand. */
public final class TestPipelines {
  private TestPipelines() {}

  /** Two channels; the model expects zero everywhere; threshold 2; 2 of 3 opens, 2 clear close. */
  public static PipelinePlan twoChannels() {
    return read("two-channels.yaml");
  }

  /** The same, and what comes too late is judged apart. */
  static PipelinePlan twoChannelsJudgingLate() {
    return read("two-channels.yaml", Map.of("LATE", "judge"));
  }

  /** The first, and a classifier says of what is odd what it is. */
  static PipelinePlan classified() {
    return read("classified.yaml");
  }

  /** The same with other models. */
  static PipelinePlan classified(String model, String classifier) {
    return read("classified.yaml", Map.of("MODEL", model, "CLASSIFIER", classifier));
  }

  /** A pipeline out of the test resources. */
  public static PipelinePlan read(String file) {
    return read(file, Map.of());
  }

  /** The same with values for its variables. */
  public static PipelinePlan read(String file, Map<String, String> variables) {
    return PipelinePlan.resolve(
        PipelineConfig.load(Path.of("src/test/resources").resolve(file), variables));
  }

  /**
   * Two channels and sequences of two to four rows; the model expects the mean of all that was
   * measured in the sequence; a vibration above 100 is out of range. The rest as in the other.
   *
   * @param stuckAfter for how long a vibration that does not change is trusted; 0s: for ever
   */
  public static PipelinePlan masked(String stuckAfter) {
    return PipelinePlan.resolve(
        PipelineConfig.load(
            Path.of("src/test/resources/masked.yaml"), Map.of("STUCK_AFTER", stuckAfter)));
  }
}
