package dev.kilter.tools.report;

import dev.kilter.alert.Severity;
import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.Told;
import java.util.List;

/**
 * One incident, as far as its alerts tell.
 *
 * @param told how far it has come
 * @param severity the worst it had
 * @param leads what it says of itself: channels when it was at its worst, classes at the last
 */
record Incident(
    String detector,
    String entity,
    long openedMillis,
    Told told,
    Severity severity,
    double peak,
    Leads leads) {

  /** When it was closed; null if it was open at the end. */
  Long closedMillis() {
    return told.closedMillis();
  }

  /** The same incident, knowing what a later alert says. */
  Incident and(Incident later) {
    boolean worse = !(later.peak <= peak);
    return new Incident(
        detector,
        entity,
        openedMillis,
        told.or(later.told),
        severity.orWorse(later.severity),
        Double.isNaN(peak) ? later.peak : Math.max(peak, later.peak),
        leads.and(later.leads, worse));
  }

  /** The channels that lead an incident, and the classes it most probably is of, if any. */
  record Leads(List<Lead> channels, List<Lead> classes) {

    static Leads of(AlertMessage alert) {
      return new Leads(
          alert.channels().stream().map(each -> new Lead(each.name(), each.part())).toList(),
          alert.classes().stream().map(each -> new Lead(each.name(), each.probability())).toList());
    }

    private Leads and(Leads later, boolean worse) {
      return new Leads(
          worse && !later.channels.isEmpty() ? later.channels : channels,
          later.classes.isEmpty() ? classes : later.classes);
    }
  }

  /** A channel and its share of the error, or a class and its probability, 0 to 1. */
  record Lead(String name, double part) {}
}
