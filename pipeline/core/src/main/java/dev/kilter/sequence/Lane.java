package dev.kilter.sequence;

import dev.kilter.health.HealthMessage;

/**
 * The way an entity's events take: in time, or, of those that came too late to be judged with the
 * others, apart.
 *
 * @param entity the entity
 * @param late whether they came too late
 * @param out where what is found goes
 */
public record Lane(String entity, boolean late, Outlet out) {

  /** The way of events that came in time. */
  public static Lane inTime(String entity, Outlet out) {
    return new Lane(entity, false, out);
  }

  /** The way of events that came too late: what they say of the entity's health is history. */
  public static Lane late(String entity, Outlet out) {
    return new Lane(
        entity,
        true,
        new Outlet() {
          @Override
          public void send(Envelope<Sequence> envelope) {
            out.send(envelope);
          }

          @Override
          public void send(HealthMessage message) {}
        });
  }

  Subject subject(String detector) {
    return new Subject(detector, entity, late);
  }
}
