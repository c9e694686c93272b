package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.alert.feedback.FeedbackRule;
import dev.kilter.event.EntityPattern;
import dev.kilter.event.PerEntity;
import dev.kilter.job.config.AlertConfig;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.job.config.ModelChoice;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.config.SensitivityConfig;
import dev.kilter.onnx.ModelBundle;
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
                    DetectorResolver.resolve(
                        config,
                        detector,
                        FindModels.of(detector, store),
                        classifier(detector, store)))
            .toList();
    return new PipelinePlan(config, detectors);
  }

  private static ModelBundle classifier(DetectorConfig detector, ModelStore store) {
    return detector.classifier() == null ? null : store.admitted(detector.classifier());
  }

  /**
   * One detector with this bundle, whatever detectors the file has: to see what a model makes of
   * recorded events.
   *
   * @param entities which entities it watches
   * @throws UserError when the model needs what the pipeline file does not have
   */
  public static PipelinePlan of(PipelineConfig config, EntityPattern entities, ModelBundle bundle) {
    DetectorConfig only =
        new DetectorConfig(
            "normal",
            entities,
            ModelChoice.forAll(bundle.place()),
            null,
            SensitivityConfig.standard(),
            AlertConfig.standard(),
            null,
            FeedbackRule.standard(),
            bundle.place());
    return new PipelinePlan(
        config, List.of(DetectorResolver.resolve(config, only, PerEntity.same(bundle))));
  }
}
