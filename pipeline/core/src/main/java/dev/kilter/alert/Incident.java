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
 */
public record Incident(
    String id, int revision, long openedMillis, Severity severity, double peak, int clearInARow) {

  /** The same incident with one more revision, its last. */
  Incident ended() {
    return new Incident(id, revision + 1, openedMillis, severity, peak, clearInARow);
  }

  /** The same incident, with the verdicts that would close it still to come. */
  Incident withoutClear() {
    return new Incident(id, revision, openedMillis, severity, peak, 0);
  }
}
