package dev.kilter.sequence;

import dev.kilter.health.HealthMessage;

/** Where what is found in the rows of an entity goes. */
public interface Outlet {

  /** A sequence to judge, or word why there is none. */
  void send(Envelope<Sequence> envelope);

  /** Something began or ended to stand in the way of judging. */
  void send(HealthMessage message);

  /** What an entity's events of one instant came to; for those who want that. */
  default void taken(String entity, Row row) {}

  /** So many values lost against others of the same instant. */
  default void lost(int values) {}

  /** An entity has been away for so long that nothing of it is kept. */
  default void forgotten(String entity) {}

  /** A row has come into an entity's window; for those who want the rows themselves. */
  default void appended(Subject subject, Window window) {}
}
