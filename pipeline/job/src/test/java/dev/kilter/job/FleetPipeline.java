package dev.kilter.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilter.job.config.PipelineConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A pipeline of two channels whose one detector has a model for each entity. */
final class FleetPipeline {
  private static final String FILE =
      """
      name: fleet
      kafka: {bootstrap: "localhost:9092", events: e, alerts: a, dead-letters: d}
      channels: {temperature: {unit: Cel}, vibration: {unit: mm/s}}
      time: {max-lateness: 0s}
      models: MODELS
      detectors: [{id: pumps, DETECTOR, alert: {open: 1 of 1, close: 2}}]
      runtime: {max-models: 1}
      """;

  private FleetPipeline() {}

  /**
   * Resolves the pipeline.
   *
   * @param detector what is said of the detector beside its id
   */
  static PipelinePlan resolve(BundleStore store, String detector) {
    return PipelinePlan.resolve(config(store, store.folder().toString(), detector));
  }

  static PipelineConfig config(BundleStore store, String models, String detector) {
    try {
      Path file = store.folder().resolve("pipeline.yaml");
      Files.writeString(file, FILE.replace("MODELS", models).replace("DETECTOR", detector), UTF_8);
      return PipelineConfig.load(file, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
