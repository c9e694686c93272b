package dev.kilter.alert;

/**
 * One stretch of trouble of one entity under one detector, as far as it has come.
 *
 * @param id a digest of pipeline, detector, entity and opening time: the same in every replay
 * @param revision how many alerts it has sent
 * @param sinceMillis event time of its first odd verdict
 * @param openedMillis event time at which it opened
 * @param toldMillis event time of its newest alert, or of its opening before there is one
 * @param severity the worst it has been
 * @param peak its highest averaged score
 * @param sequences how many sequences were judged from its opening to its end
 * @param leader the channel that led when it was last told, in the model's order; -1: none did
 * @param longInAlarm whether it has gone on for longer than is usual
 * @param toldOpen whether its newest alert says that it goes on
 * @param withheld whether there is something that a quiet time kept from being told
 * @param classes what a classifier made of it, or null: nothing
 */
public record Incident(
    String id,
    int revision,
    long sinceMillis,
    long openedMillis,
    long toldMillis,
    Severity severity,
    double peak,
    int sequences,
    int leader,
    boolean longInAlarm,
    boolean toldOpen,
    boolean withheld,
    ClassAverage classes) {

  static Incident opens(Sighting seen, long sinceMillis) {
    return new Incident(
        seen.incidentId(),
        0,
        sinceMillis,
        seen.timeMillis(),
        seen.timeMillis(),
        seen.severity(),
        seen.score(),
        1,
        Sighting.NOBODY,
        false,
        false,
        false,
        seen.takenInto(null));
  }

  /** Whether anybody was told of it. */
  public boolean isTold() {
    return revision > 0;
  }

  /** The same incident with one more verdict. */
  Incident seeing(Sighting seen, UpdateRule updates) {
    return new Incident(
        id,
        revision,
        sinceMillis,
        openedMillis,
        toldMillis,
        severity.orWorse(seen.severity()),
        Math.max(peak, seen.score()),
        sequences == Integer.MAX_VALUE ? sequences : sequences + 1,
        leader,
        longInAlarm || updates.isLong(seen.timeMillis() - openedMillis),
        toldOpen,
        withheld,
        seen.takenInto(classes));
  }

  /** What there is to tell of it that there was not before, or null: nothing. */
  AlertCause newsSince(Incident before, long timeMillis, UpdateRule updates) {
    if (severity != before.severity) {
      return AlertCause.WORSENED;
    }
    if (longInAlarm != before.longInAlarm) {
      return AlertCause.LONG;
    }
    return updates.reminds(timeMillis - toldMillis) ? AlertCause.REMINDER : null;
  }

  /** The same incident with one more alert, that it goes on or is over. */
  Incident told(long millis, int leads, boolean goesOn) {
    return new Incident(
        id,
        revision + 1,
        sinceMillis,
        openedMillis,
        millis,
        severity,
        peak,
        sequences,
        leads,
        longInAlarm,
        goesOn,
        false,
        classes);
  }

  /** The same incident, of which a quiet time kept something from being told, or keeps nothing. */
  Incident withheld(boolean something) {
    return something == withheld ? this : with(something, classes);
  }

  /** The same incident under a history that begins anew: another classifier may speak from now. */
  Incident anew() {
    return classes == null ? this : with(withheld, null);
  }

  private Incident with(boolean something, ClassAverage made) {
    return new Incident(
        id,
        revision,
        sinceMillis,
        openedMillis,
        toldMillis,
        severity,
        peak,
        sequences,
        leader,
        longInAlarm,
        toldOpen,
        something,
        made);
  }
}
