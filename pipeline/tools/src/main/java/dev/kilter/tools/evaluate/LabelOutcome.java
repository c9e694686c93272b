package dev.kilter.tools.evaluate;

import java.util.OptionalLong;

/**
 * What became of one labelled event.
 *
 * @param foundAfterMillis from its begin to the opening of the first incident that was open within
 *     it, 0 where that was open already; empty where the event was missed
 * @param judgedRows how many rows within it have a score; where none has, no score can find it
 */
record LabelOutcome(String entity, Label label, OptionalLong foundAfterMillis, long judgedRows) {

  static LabelOutcome of(WatchedEntity entity, Label label) {
    long from = label.span().fromMillis();
    return new LabelOutcome(
        entity.name(),
        label,
        entity.incidents().stream()
            .filter(label.span()::overlaps)
            .mapToLong(incident -> Math.max(0, incident.fromMillis() - from))
            .min(),
        entity.rows().judgedWithin(label.span()));
  }

  boolean found() {
    return foundAfterMillis.isPresent();
  }

  /** A missed event counts with its whole length: found no sooner than at its end. */
  double delaySeconds() {
    return foundAfterMillis.orElse(label.span().lengthMillis()) / 1000.0;
  }
}
