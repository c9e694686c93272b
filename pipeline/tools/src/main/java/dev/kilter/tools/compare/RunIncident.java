package dev.kilter.tools.compare;

import dev.kilter.tools.messages.Told;
import java.time.Instant;
import java.util.List;

/**
 * One incident, as the alerts of a run tell it.
 *
 * @param opened when it opened
 * @param told how far it has come
 * @param severity the worst it came to
 * @param channels the leading channels of its first alert, the one with the largest part first
 */
record RunIncident(
    String detector,
    String entity,
    Instant opened,
    Told told,
    String severity,
    List<String> channels) {

  /** When it closed, or null if it was still open at the end. */
  Instant closed() {
    Long millis = told.closedMillis();
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  /** Whether both were open at one time. */
  boolean overlaps(RunIncident other) {
    return opened.isBefore(other.end()) && other.opened.isBefore(end());
  }

  private Instant end() {
    return closed() == null ? Instant.MAX : closed();
  }
}
