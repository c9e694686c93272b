package dev.kilter.health;

import dev.kilter.Digest;

/**
 * Word that something has begun, or has ended, to stand in the way of judging.
 *
 * @param scope what it is about
 * @param kind what stands in the way
 * @param began whether it has begun; it has ended otherwise
 * @param sinceMillis event time at which it began: with scope and kind, what makes it unique
 * @param timeMillis event time of the message
 * @param detail what was seen, for a person
 */
public record HealthMessage(
    HealthScope scope,
    HealthKind kind,
    boolean began,
    long sinceMillis,
    long timeMillis,
    String detail) {
  /** The detail of a message that ends because there is nothing to look at any more. */
  public static final String FORGOTTEN = "the entity is forgotten: nothing of it is kept";

  /** Why something is over that was wrong with an entity under a detector that has gone. */
  public static final String UNWATCHED = "the detector does not watch the entity any more";

  /** What tells it from all others of a pipeline: that it began and that it ended are one. */
  public String id(String pipeline) {
    return Digest.of(
        pipeline,
        scope.entity(),
        String.valueOf(scope.detector()),
        String.valueOf(scope.channel()),
        kind.label(),
        String.valueOf(sinceMillis));
  }
}
