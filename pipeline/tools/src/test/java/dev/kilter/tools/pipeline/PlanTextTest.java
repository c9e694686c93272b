package dev.kilter.tools.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
    assertThat(plan("two-channels.yaml", variables))
        .contains("alerts to      p-alerts, as " + shown);
  }

  @Test
  void saysWhatIsPromisedOfDelivery() {
    Map<String, String> variables =
        Map.of("KAFKA_BOOTSTRAP", "localhost:1", "PREFIX", "p", "CHECKPOINT_DIR", "file:///tmp");
    assertThat(plan("two-channels.yaml", variables))
        .contains(
            "delivery       at least once: again only with the incident and revision of before");
    assertThat(plan("exactly-once.yaml", variables))
        .contains(
            "delivery       exactly once, to readers with isolation.level=read_committed",
            "  transactions kilter-p-…, ended by Kafka after 15 min, so without a checkpoint for at most 1 min",
            "  accepted     what state of 1970-01-01T00:00:00Z or before has lost");
  }

  private static List<String> plan(String file, Map<String, String> variables) {
    PipelineConfig config =
        PipelineConfig.load(Path.of("src/test/resources").resolve(file), variables);
    return PlanText.of(PipelinePlan.resolve(config), Instant.EPOCH);
  }
}
