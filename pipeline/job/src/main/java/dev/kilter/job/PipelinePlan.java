package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.job.config.PipelineConfig;
import java.util.List;

/**
 * A pipeline ready to be built: its file, and its detectors with their models loaded and admitted.
 *
 * @param config the pipeline file
 * @param detectors the detectors, in the file's order
 */
public record PipelinePlan(PipelineConfig config, List<Detector> detectors) {

  /**
   * Loads and admits the models the pipeline names.
   *
   * @throws UserError saying what is wrong with which model
   */
  public static PipelinePlan resolve(PipelineConfig config) {
    ModelStore store = new ModelStore();
    List<Detector> detectors =
        config.detectors().stream()
            .map(
                detector ->
                    DetectorResolver.resolve(config, detector, FindModels.of(detector, store)))
            .toList();
    return new PipelinePlan(config, detectors);
  }
}
