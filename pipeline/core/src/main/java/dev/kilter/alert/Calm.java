package dev.kilter.alert;

/**
 * No incident is open.
 *
 * @param recentVerdicts the last verdicts as bits, the newest lowest
 * @param sinceMillis event time of the first odd one since none was, or never
 * @param past what has been
 */
public record Calm(long recentVerdicts, long sinceMillis, Past past) implements Phase {
  private static final long NEVER = Long.MIN_VALUE;

  /** Nothing was ever judged. */
  public static final Calm AT_FIRST = new Calm(0, NEVER, Past.NONE);

  static Calm after(Past past) {
    return new Calm(0, NEVER, past);
  }

  @Override
  public Step next(Sighting seen, AlertPolicy policy) {
    RecentVerdicts recent =
        new RecentVerdicts(recentVerdicts).with(seen.odd(), policy.opening().of());
    if (recent.odd() == 0) {
      return Step.quietly(recentVerdicts == 0 ? this : after(past));
    }
    long since = recentVerdicts == 0 ? seen.timeMillis() : sinceMillis;
    boolean opens =
        seen.odd()
            && policy.opening().isMet(recent, seen.timeMillis() - since)
            && seen.timeMillis() >= past.quietUntilMillis();
    return opens ? open(seen, since, policy) : Step.quietly(new Calm(recent.bits(), since, past));
  }

  private Step open(Sighting seen, long since, AlertPolicy policy) {
    Past now = past.opening(seen.timeMillis(), policy.flapping());
    Incident incident =
        past.goesOn(seen.timeMillis(), policy)
            ? past.comingBack(seen.timeMillis()).seeing(seen, policy.updates())
            : Incident.opens(seen, since);
    Clearing trouble = Clearing.none(seen.timeMillis());
    if (now.flaps(policy.flapping())) {
      Phase flapping = new Flapping(incident, trouble, false, seen.timeMillis(), now);
      return new Step(flapping, AlertCause.FLAPPING);
    }
    Phase alarmed = new Alarmed(incident, trouble, Challenge.NONE, now);
    return new Step(alarmed, incident.isTold() ? AlertCause.REOPENED : AlertCause.OPENED);
  }

  @Override
  public Phase anew() {
    return recentVerdicts == 0 ? this : after(past);
  }

  @Override
  public Incident incident() {
    return past.last();
  }

  @Override
  public Phase with(Incident incident) {
    return new Calm(recentVerdicts, sinceMillis, past.with(incident));
  }

  @Override
  public AlertStatus status() {
    return AlertStatus.CLOSED;
  }
}
