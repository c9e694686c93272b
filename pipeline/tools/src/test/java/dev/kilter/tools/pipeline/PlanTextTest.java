package dev.kilter.tools.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTextTest {

  @ParameterizedTest
  @CsvSource({"json, JSON", "avro, Avro"})
  void saysWhatAlertsAreWrittenAs(String format, String shown) {
    Map<String, String> variables =
        Map.of(
            "KAFKA_BOOTSTRAP", "localhost:1",
            "PREFIX", "p",
            "CHECKPOINT_DIR", "file:///tmp",
            "ALERTS_FORMAT", format);
    PipelineConfig config =
        PipelineConfig.load(Path.of("src/test/resources/two-channels.yaml"), variables);
    assertThat(PlanText.of(PipelinePlan.resolve(config), Instant.EPOCH))
        .contains("alerts to      p-alerts, as " + shown);
  }
}
