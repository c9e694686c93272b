package dev.kilter.alert;

/**
 * One stretch of trouble of one entity under one detector, as far as it has come.
 *
 * @param id a digest of pipeline, detector, entity and opening time: the same in every replay
 * @param revision how many alerts it has sent
 * @param openedMillis event time at which it opened
 * @param severity the worst it has been
 * @param peak its highest averaged score
 * @param clearInARow verdicts since the last odd one
 * @param classes what a classifier made of it, or null: nothing
 */
public record Incident(
    String id,
    int revision,
    long openedMillis,
    Severity severity,
    double peak,
    int clearInARow,
    ClassAverage classes) {

  /** An incident that no classifier was asked about. */
  public Incident(
      String id, int revision, long openedMillis, Severity severity, double peak, int clearInARow) {
    this(id, revision, openedMillis, severity, peak, clearInARow, null);
  }

  /** The same incident with one more revision, its last. */
  Incident ended() {
    return new Incident(id, revision + 1, openedMillis, severity, peak, clearInARow, classes);
  }

  /**
   * The same incident under a history that begins anew: the verdicts that would close it are still
   * to come, and what was made of it may be another classifier's.
   */
  Incident anew() {
    return new Incident(id, revision, openedMillis, severity, peak, 0, null);
  }
}
