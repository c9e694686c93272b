package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.alert.AlertPolicy;
import dev.kilter.event.EntityPattern;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.SequenceScorer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;

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
    Map<String, ModelBundle> admitted = new HashMap<>();
    List<Detector> detectors =
        config.detectors().stream()
            .map(
                detector -> {
                  ModelBundle bundle =
                      admitted.computeIfAbsent(detector.model(), PipelinePlan::admitted);
                  return DetectorResolver.resolve(config, detector, bundle);
                })
            .toList();
    return new PipelinePlan(config, detectors);
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
            "normal", entities, bundle.place(), null, AlertPolicy.standard(), bundle.place());
    return new PipelinePlan(config, List.of(DetectorResolver.resolve(config, only, bundle)));
  }

  private static ModelBundle admitted(String place) {
    ModelBundle bundle = ModelBundle.read(place, PipelinePlan::read);
    SequenceScorer.open(bundle).close();
    return bundle;
  }

  private static byte[] read(String place) throws IOException {
    Path path = new Path(place);
    try (FSDataInputStream in = path.getFileSystem().open(path)) {
      return in.readAllBytes();
    }
  }
}
