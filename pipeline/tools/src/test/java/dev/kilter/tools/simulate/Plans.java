package dev.kilter.tools.simulate;

import java.time.Duration;
import java.time.Instant;

/** The plans the tests simulate. */
final class Plans {
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");

  private Plans() {}

  static SimulationPlan of(int entities, Duration length, double faultsPerEntityDay, long seed) {
    return new SimulationPlan(
        entities, FROM, length, Duration.ofSeconds(10), faultsPerEntityDay, seed);
  }
}
