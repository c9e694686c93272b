package dev.kilter.tools.evaluate;

import java.util.BitSet;
import java.util.List;

/**
 * One entity with all that is held together: its scored rows, the truth, and the alarms.
 *
 * @param incidents when an incident was open
 */
record WatchedEntity(EntityRows rows, List<Label> labels, List<Span> incidents) {

  String name() {
    return rows.entity();
  }

  /** The same with other stretches in the place of the incidents. */
  WatchedEntity withIncidents(List<Span> others) {
    return new WatchedEntity(rows, labels, others);
  }

  BitSet labelledRows() {
    return rows.within(labels.stream().map(Label::span).toList());
  }

  BitSet alarmedRows() {
    return rows.within(incidents);
  }
}
