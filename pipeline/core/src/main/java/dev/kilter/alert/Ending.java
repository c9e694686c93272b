package dev.kilter.alert;

import dev.kilter.sequence.Subject;
import java.util.List;

/**
 * Closes an incident of which nobody can say what became of it, so that none that was told stays
 * open for ever: its entity has stopped, or nobody judges it any more.
 */
public final class Ending {
  private Ending() {}

  /**
   * The last alert of an incident that nobody judges any more: its detector is there no more, or
   * has no model for its entity.
   *
   * @param timeMillis event time of the alert
   * @return null where nobody was told that the incident goes on
   */
  public static Alert unwatched(Subject subject, long timeMillis, Watch watch) {
    return of(subject, timeMillis, watch, AlertCause.UNWATCHED, List.of());
  }

  /** It rests on no verdict, but on what was told last. */
  static Alert of(
      Subject subject, long timeMillis, Watch watch, AlertCause cause, List<String> classes) {
    Incident open = watch.incident();
    if (open == null || !open.telling().open()) {
      return null;
    }
    Telling last = open.telling();
    Evidence none = new Evidence(timeMillis, timeMillis, Double.NaN, Double.NaN, List.of());
    Findings findings =
        new Findings(
            watch.average().score(),
            last.threshold(),
            open.peak(),
            List.of(),
            ClassProbability.leading(open.classes(), classes),
            last.model(),
            none);
    return new Alert(
        subject.detector(),
        subject.entity(),
        open.told(last.ends(timeMillis, Sighting.NOBODY)),
        AlertStatus.CLOSED,
        timeMillis,
        findings,
        subject.late(),
        cause);
  }
}
