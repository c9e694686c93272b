package dev.kilter.job.config;

import dev.kilter.alert.feedback.FeedbackRule;
import dev.kilter.event.EntityPattern;
import dev.kilter.score.Rebaselining;
import java.util.List;

/**
 * Which entities are watched, by which model, and when it tells.
 *
 * @param id its name, unique in the pipeline
 * @param entities which entities it watches
 * @param model which model judges
 * @param classifier the folder of the bundle that names what is wrong, or null: nothing does
 * @param sensitivity how far off an entity has to be
 * @param alert when verdicts become an incident
 * @param rebaselining when something lasting becomes normal, or null: never
 * @param feedback how far people's verdicts move it
 * @param place where in the pipeline file it stands, for messages
 */
public record DetectorConfig(
    String id,
    EntityPattern entities,
    ModelChoice model,
    String classifier,
    SensitivityConfig sensitivity,
    AlertConfig alert,
    Rebaselining rebaselining,
    FeedbackRule feedback,
    String place) {

  /**
   * Reads a detector.
   *
   * @param models where bundles lie
   * @param channels the pipeline's channels
   */
  static DetectorConfig read(YamlSection detector, String models, List<String> channels) {
    DetectorConfig config =
        new DetectorConfig(
            detector.text("id"),
            EntityPattern.of(detector.text("entities", "*")),
            ModelChoice.read(detector, models),
            place(models, detector.text("classifier", null)),
            SensitivityConfig.read(detector, channels),
            AlertRules.read(detector.section("alert")),
            RebaseliningRules.read(detector),
            FeedbackRules.read(detector),
            detector.place());
    detector.finish();
    return config;
  }

  /** The calibrated quantile of the threshold, or null: the bundle's strictest. */
  public String quantile() {
    return sensitivity.threshold().level();
  }

  /** How messages name it: where it stands, and its id. */
  public String title() {
    return place + ": detector " + id;
  }

  private static String place(String models, String bundle) {
    return bundle == null ? null : models + "/" + bundle;
  }
}
