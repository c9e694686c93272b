package dev.kilter.sequence;

import dev.kilter.health.HealthMessage;

/** Where what is found in the rows of an entity goes. */
public interface Outlet {

  /** A sequence to judge, or word why there is none. */
  void send(Envelope<Sequence> envelope);

  /** Something began or ended to stand in the way of judging. */
  void send(HealthMessage message);

  /** A row has come into an entity's window; for those who want the rows themselves. */
  default void appended(Subject subject, Window window) {}
}
