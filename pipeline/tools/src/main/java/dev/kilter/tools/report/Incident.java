package dev.kilter.tools.report;

import dev.kilter.alert.Severity;
import dev.kilter.tools.lines.JsonFields;
import java.util.List;

/**
 * One incident, as far as its alerts tell.
 *
 * @param closedMillis when it was closed; null if it was open at the end
 * @param severity the worst it had
 * @param channels the leading channels when it was at its worst
 */
record Incident(
    String detector,
    String entity,
    long openedMillis,
    Long closedMillis,
    Severity severity,
    double peak,
    List<Lead> channels) {

  /** The same incident, knowing what a later alert says. */
  Incident and(Incident later) {
    boolean worse = !(later.peak <= peak) && !later.channels.isEmpty();
    return new Incident(
        detector,
        entity,
        openedMillis,
        later.closedMillis == null ? closedMillis : later.closedMillis,
        severity.orWorse(later.severity),
        Double.isNaN(peak) ? later.peak : Math.max(peak, later.peak),
        worse ? later.channels : channels);
  }

  /** A channel that leads an incident, and its share of the error, 0 to 1. */
  record Lead(String channel, double part) {

    static Lead of(JsonFields lead) {
      return new Lead(lead.text("name"), lead.has("part") ? lead.number("part") : Double.NaN);
    }
  }
}
