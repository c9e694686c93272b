package dev.kilter.sequence;

import dev.kilter.event.EntityPattern;
import java.io.Serializable;

/**
 * How one detector cuts sequences out of the rows of the entities it watches.
 *
 * @param detector the detector's id
 * @param entities which entities it watches
 * @param modelVersion name, version and hash of the model: a new one begins a new history
 * @param channels what the model looks at
 * @param shape how long a sequence is, and where the next one begins
 * @param limits what a sequence must have to be judged
 */
public record SequencePlan(
    String detector,
    EntityPattern entities,
    String modelVersion,
    ChannelSelection channels,
    SequenceShape shape,
    JudgingLimits limits)
    implements Serializable {

  /**
   * The same plan with a classifier, whose change begins a new history too.
   *
   * @param version name, version and hash of the classifier
   * @param rows how many rows it looks at
   */
  public SequencePlan classifiedBy(String version, int rows) {
    return new SequencePlan(
        detector, entities, modelVersion + "+" + version, channels, shape.keeping(rows), limits);
  }
}
