package dev.kilter.tools.evaluate;

import java.util.List;
import java.util.OptionalLong;

/**
 * What became of one labelled event.
 *
 * @param foundAfterMillis from its begin to the opening of the first incident that was open within
 *     it, 0 where that was open already; empty where the event was missed
 */
record LabelOutcome(String entity, Label label, OptionalLong foundAfterMillis) {

  static LabelOutcome of(String entity, Label label, List<Span> incidents) {
    long from = label.span().fromMillis();
    return new LabelOutcome(
        entity,
        label,
        incidents.stream()
            .filter(label.span()::overlaps)
            .mapToLong(incident -> Math.max(0, incident.fromMillis() - from))
            .min());
  }

  boolean found() {
    return foundAfterMillis.isPresent();
  }

  /** A missed event counts with its whole length: found no sooner than at its end. */
  double delaySeconds() {
    return foundAfterMillis.orElse(label.span().lengthMillis()) / 1000.0;
  }
}
