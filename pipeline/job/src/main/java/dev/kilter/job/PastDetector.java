package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.alert.ModelReference;
import dev.kilter.event.PerEntity;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.job.config.ModelChoice;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.onnx.ModelBundle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A detector as it was when it judged with a model that an alert names, whichever model it has now:
 * that one is looked for beside it.
 */
public final class PastDetector {
  private final PipelineConfig pipeline;
  private final DetectorConfig detector;

  private PastDetector(PipelineConfig pipeline, DetectorConfig detector) {
    this.pipeline = pipeline;
    this.detector = detector;
  }

  /**
   * Finds it.
   *
   * @param id the detector's id
   * @param entity whom it judged
   * @param model the model with which it did
   * @throws UserError when the pipeline file has no such detector, or the model is not there
   */
  public static Detector of(
      PipelineConfig pipeline, String id, String entity, ModelReference model) {
    DetectorConfig detector =
        pipeline.detectors().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> noSuchDetector(pipeline, id));
    return new PastDetector(pipeline, detector).with(entity, model);
  }

  private static UserError noSuchDetector(PipelineConfig pipeline, String id) {
    List<String> known = pipeline.detectors().stream().map(DetectorConfig::id).toList();
    return new UserError(
        "The alert is of detector "
            + id
            + ", which the pipeline file does not have; it has "
            + known
            + ". Give the file of the pipeline that wrote the alert.");
  }

  private Detector with(String entity, ModelReference model) {
    ModelStore store = new ModelStore();
    List<String> found = new ArrayList<>();
    for (String place : places(entity, model)) {
      try {
        ModelBundle bundle = store.admitted(place);
        ModelReference there = bundle.contract().reference();
        if (there.equals(model)) {
          return resolve(bundle);
        }
        found.add(place + " is " + there);
      } catch (UserError e) {
        found.add(e.getMessage());
      }
    }
    throw new UserError(
        "The alert rests on model "
            + model
            + ", which is not there: "
            + String.join("; ", found)
            + " Put that bundle there to score it again.");
  }

  private Set<String> places(String entity, ModelReference model) {
    ModelChoice choice = detector.model();
    Set<String> places = new LinkedHashSet<>();
    Stream.of(choice.place(), choice.unseen())
        .filter(place -> place != null)
        .map(place -> place.replace("{entity}", entity))
        .forEach(
            place -> {
              places.add(place);
              places.add(beside(place, model));
            });
    return places;
  }

  /** Bundles of one store lie as NAME/VERSION in one folder. */
  private static String beside(String place, ModelReference model) {
    int name = place.lastIndexOf('/', place.lastIndexOf('/') - 1);
    return place.substring(0, name + 1) + model.name() + "/" + model.version();
  }

  private Detector resolve(ModelBundle bundle) {
    DetectorConfig past =
        new DetectorConfig(
            detector.id(),
            detector.entities(),
            ModelChoice.forAll(bundle.place()),
            null,
            detector.sensitivity(),
            detector.alert(),
            detector.rebaselining(),
            detector.feedback(),
            detector.place());
    return DetectorResolver.resolve(pipeline, past, PerEntity.same(bundle));
  }
}
