package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.onnx.Admission;
import dev.kilter.onnx.ModelBundle;
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
                  ModelBundle classifier =
                      detector.classifier() == null
                          ? null
                          : admitted.computeIfAbsent(detector.classifier(), PipelinePlan::admitted);
                  return DetectorResolver.resolve(config, detector, bundle, classifier);
                })
            .toList();
    return new PipelinePlan(config, detectors);
  }

  private static ModelBundle admitted(String place) {
    ModelBundle bundle = ModelBundle.read(place, PipelinePlan::read);
    Admission.admit(bundle).close();
    return bundle;
  }

  private static byte[] read(String place) throws IOException {
    Path path = new Path(place);
    try (FSDataInputStream in = path.getFileSystem().open(path)) {
      return in.readAllBytes();
    }
  }
}
