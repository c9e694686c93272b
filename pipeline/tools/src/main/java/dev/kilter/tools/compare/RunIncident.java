package dev.kilter.tools.compare;

import java.time.Instant;
import java.util.List;

/**
 * One incident, as the alerts of a run tell it.
 *
 * @param opened when it opened
 * @param closed when it closed, or null if it was still open at the end
 * @param severity the worst it came to
 * @param channels the leading channels of its first alert, the one with the largest part first
 */
record RunIncident(
    String detector,
    String entity,
    Instant opened,
    Instant closed,
    String severity,
    List<String> channels) {

  /** Whether both were open at one time. */
  boolean overlaps(RunIncident other) {
    return opened.isBefore(other.end()) && other.opened.isBefore(end());
  }

  private Instant end() {
    return closed == null ? Instant.MAX : closed;
  }
}
