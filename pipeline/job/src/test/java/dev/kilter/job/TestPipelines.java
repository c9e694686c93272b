package dev.kilter.job;

import dev.kilter.job.config.PipelineConfig;
import java.nio.file.Path;
import java.util.Map;

/** The pipelines the tests run: small enough to compute their alerts by hand. */
public final class TestPipelines {
  private TestPipelines() {}

  /** Two channels; the model expects zero everywhere; threshold 2; 2 of 3 opens, 2 clear close. */
  public static PipelinePlan twoChannels() {
    return twoChannels(Map.of());
  }

  /** The same, and what comes too late is judged apart. */
  static PipelinePlan twoChannelsJudgingLate() {
    return twoChannels(Map.of("LATE", "judge"));
  }

  private static PipelinePlan twoChannels(Map<String, String> variables) {
    return PipelinePlan.resolve(
        PipelineConfig.load(Path.of("src/test/resources/two-channels.yaml"), variables));
  }
}
