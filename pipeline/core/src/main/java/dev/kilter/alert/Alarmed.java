package dev.kilter.alert;

/**
 * An incident is open.
 *
 * @param incident the incident
 * @param clearing how far it has come to being over
 * @param challenge which channel is about to lead in place of the one that was told
 * @param past what has been before
 */
public record Alarmed(Incident incident, Clearing clearing, Challenge challenge, Past past)
    implements Phase {

  @Override
  public Step next(Sighting seen, AlertPolicy policy) {
    Incident now = incident.seeing(seen, policy.updates());
    Clearing clears = clearing.with(seen, policy.closing());
    if (clears.isEnough(seen.timeMillis(), policy.closing())) {
      return new Step(Calm.after(past.closed(now, seen.timeMillis(), policy)), AlertCause.CLOSED);
    }
    Challenge challenges = challenge.with(seen, now.telling().leader());
    AlertCause news = now.newsSince(incident, seen.timeMillis(), policy.updates());
    boolean othersLead = news == null && challenges.isEnough(policy.opening());
    return new Step(
        new Alarmed(now, clears, challenges, past), othersLead ? AlertCause.CHANNELS : news);
  }

  @Override
  public Phase anew() {
    return new Alarmed(incident.anew(), clearing.anew(), Challenge.NONE, past);
  }

  @Override
  public Phase with(Incident other) {
    boolean told = other.revision() != incident.revision();
    return new Alarmed(other, clearing, told ? Challenge.NONE : challenge, past);
  }

  @Override
  public AlertStatus status() {
    return AlertStatus.OPEN;
  }
}
