package dev.kilter.alert;

/**
 * One stretch of trouble of one entity under one detector, as far as it has come.
 *
 * @param id a digest of pipeline, detector, entity and opening time: the same in every replay
 * @param sinceMillis event time of its first odd verdict
 * @param openedMillis event time at which it opened
 * @param pausedMillis for how long it was over since then, before it came back
 * @param severity the worst it has been
 * @param peak its highest averaged score
 * @param sequences how many sequences were judged from its opening to its end
 * @param longInAlarm whether it has gone on for longer than is usual
 * @param withheld whether there is something that a quiet time kept from being told
 * @param classes what a classifier made of it, or null: nothing
 * @param telling what was told of it
 */
public record Incident(
    String id,
    long sinceMillis,
    long openedMillis,
    long pausedMillis,
    Severity severity,
    double peak,
    int sequences,
    boolean longInAlarm,
    boolean withheld,
    ClassAverage classes,
    Telling telling) {

  static Incident opens(Sighting seen, long sinceMillis) {
    return new Incident(
        seen.incidentId(),
        sinceMillis,
        seen.timeMillis(),
        0,
        seen.severity(),
        seen.score(),
        1,
        false,
        false,
        seen.takenInto(null),
        Telling.none(seen.timeMillis()));
  }

  /** How many alerts it has sent. */
  public int revision() {
    return telling.revision();
  }

  /** Whether anybody was told of it. */
  public boolean isTold() {
    return telling.revision() > 0;
  }

  /** The same incident, which comes back after it was over for so long. */
  Incident after(long pauseMillis) {
    return new Incident(
        id,
        sinceMillis,
        openedMillis,
        pausedMillis + pauseMillis,
        severity,
        peak,
        sequences,
        longInAlarm,
        withheld,
        classes,
        telling);
  }

  /** The same incident with one more verdict. */
  Incident seeing(Sighting seen, UpdateRule updates) {
    return new Incident(
        id,
        sinceMillis,
        openedMillis,
        pausedMillis,
        severity.orWorse(seen.severity()),
        Math.max(peak, seen.score()),
        sequences == Integer.MAX_VALUE ? sequences : sequences + 1,
        longInAlarm || updates.isLong(seen.timeMillis() - openedMillis - pausedMillis),
        withheld,
        seen.takenInto(classes),
        telling);
  }

  /** What there is to tell of it that there was not before, or null: nothing. */
  AlertCause newsSince(Incident before, long timeMillis, UpdateRule updates) {
    if (severity != before.severity) {
      return AlertCause.WORSENED;
    }
    if (longInAlarm != before.longInAlarm) {
      return AlertCause.LONG;
    }
    return updates.reminds(timeMillis - telling.timeMillis()) ? AlertCause.REMINDER : null;
  }

  /** The same incident with one more alert. */
  Incident told(Telling newest) {
    return with(false, classes, newest);
  }

  /** The same incident, of which a quiet time kept something from being told, or keeps nothing. */
  Incident withheld(boolean something) {
    return something == withheld ? this : with(something, classes, telling);
  }

  /** The same incident under a history that begins anew: another classifier may speak from now. */
  Incident anew() {
    return classes == null ? this : with(withheld, null, telling);
  }

  private Incident with(boolean something, ClassAverage made, Telling newest) {
    return new Incident(
        id,
        sinceMillis,
        openedMillis,
        pausedMillis,
        severity,
        peak,
        sequences,
        longInAlarm,
        something,
        made,
        newest);
  }
}
