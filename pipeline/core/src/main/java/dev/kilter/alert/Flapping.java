package dev.kilter.alert;

/**
 * An incident is open that comes and goes. It is over once it has stayed away for the rule's span,
 * and an ordinary one once it has stayed.
 *
 * @param incident the incident
 * @param clearing how far it has come to being over
 * @param away whether it is away at present
 * @param cameMillis event time at which it came the last time
 * @param past what has been before
 */
public record Flapping(
    Incident incident, Clearing clearing, boolean away, long cameMillis, Past past)
    implements Phase {

  @Override
  public Step next(Sighting seen, AlertPolicy policy) {
    long time = seen.timeMillis();
    long span = policy.flapping().within().toMillis();
    Incident now = incident.seeing(seen, policy.updates());
    Clearing clears = clearing.with(seen, policy.closing());
    boolean isAway = clears.isEnough(time, policy.closing()) || (away && clears.inARow() > 0);
    if (isAway && time - clears.troubledMillis() >= span) {
      return new Step(Calm.after(past.closed(now, time, policy)), AlertCause.CLOSED);
    }
    long came = away && !isAway ? time : cameMillis;
    if (!isAway && time - came >= span) {
      return new Step(new Alarmed(now, clears, Challenge.NONE, past), AlertCause.SETTLED);
    }
    return new Step(
        new Flapping(now, clears, isAway, came, past),
        now.newsSince(incident, time, policy.updates()));
  }

  @Override
  public Phase anew() {
    return new Flapping(incident.anew(), clearing.anew(), away, cameMillis, past);
  }

  @Override
  public Phase with(Incident other) {
    return new Flapping(other, clearing, away, cameMillis, past);
  }

  @Override
  public AlertStatus status() {
    return AlertStatus.FLAPPING;
  }
}
