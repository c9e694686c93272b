package dev.kilter.job.resume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.BundleStore;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineFactsTest {
  @TempDir private Path folder;

  @Test
  void sayWhatTheFileSaid() throws IOException {
    PipelineFacts facts = facts(1);

    assertThat(facts.name()).isEqualTo("pumps");
    assertThat(facts.topics())
        .isEqualTo(Map.of("events", "e", "alerts", "a", "dead-letters", "d", "health", "h"));
    assertThat(facts.channels()).containsExactly("temperature", "vibration");
    assertThat(facts.detectors())
        .singleElement()
        .satisfies(
            detector -> {
              assertThat(detector.id()).isEqualTo("hot");
              assertThat(detector.entities()).isEqualTo("pump-*");
              assertThat(detector.modelShown()).isEqualTo("flat/1");
              assertThat(detector.own()).isEmpty();
            });
    assertThat(facts.kilter().version()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  /** Rows that were cut for one stride are not those of another, whatever the network. */
  @Test
  void aModelWhoseContractWasChangedIsAnother() throws IOException {
    DetectorFacts before = facts(1).detectors().get(0);
    DetectorFacts after = facts(2).detectors().get(0);

    assertThat(after.model()).isNotEqualTo(before.model());
    assertThat(DetectorFates.of(List.of(before), List.of(after)))
        .singleElement()
        .matches(fate -> fate.outcome() == Outcome.ANEW)
        .asString()
        .startsWith("detector hot: flat/1 is not what it was, under the same name and version");
  }

  private PipelineFacts facts(int stride) throws IOException {
    Path models = Files.createDirectories(folder.resolve("stride-" + stride));
    new BundleStore(models).add("flat/1", "\"stride\": 1", "\"stride\": " + stride);
    Path file =
        Files.writeString(
            models.resolve("pipeline.yaml"),
            """
            name: pumps
            kafka: {bootstrap: "b:1", events: e, alerts: a, dead-letters: d, health: h}
            channels: {temperature: {unit: Cel}, vibration: {unit: mm/s}}
            models: .
            detectors: [{id: hot, entities: "pump-*", model: flat/1}]
            """);
    return PipelineFacts.of(PipelinePlan.resolve(PipelineConfig.load(file, Map.of())));
  }
}
