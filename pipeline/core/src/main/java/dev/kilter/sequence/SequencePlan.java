package dev.kilter.sequence;

import dev.kilter.event.EntityPattern;
import dev.kilter.event.PerEntity;
import java.io.Serializable;

/**
 * How one detector cuts sequences out of the rows of the entities it watches.
 *
 * @param detector the detector's id
 * @param entities which entities it watches
 * @param modelVersions name, version and hash of each entity's model: a new one begins a new
 *     history; null where there is none
 * @param channels what the model looks at
 * @param shape how long a sequence is, and where the next one begins
 * @param limits what a sequence must have to be judged
 */
public record SequencePlan(
    String detector,
    EntityPattern entities,
    PerEntity<String> modelVersions,
    ChannelSelection channels,
    SequenceShape shape,
    JudgingLimits limits)
    implements Serializable {
  private static final String NO_MODEL = "none";

  /** Whether there is a model for the entity. */
  public boolean hasModel(String entity) {
    return modelVersions.of(entity) != null;
  }

  /** What the entity's history belongs to. */
  public String modelVersion(String entity) {
    String version = modelVersions.of(entity);
    return version == null ? NO_MODEL : version;
  }

  /**
   * The same plan with a classifier, whose change begins a new history too.
   *
   * @param version name, version and hash of the classifier
   * @param rows how many rows it looks at
   */
  public SequencePlan classifiedBy(String version, int rows) {
    return new SequencePlan(
        detector,
        entities,
        modelVersions.map(model -> model + "+" + version),
        channels,
        shape.keeping(rows),
        limits);
  }
}
