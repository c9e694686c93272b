package dev.kilter.tools.demo;

import dev.kilter.tools.simulate.MessyTransmission;
import dev.kilter.tools.simulate.SimulationPlan;
import dev.kilter.tools.simulate.Transmission;
import java.time.Duration;
import java.time.Instant;

/**
 * What the demo simulates: decided by the arguments alone, so that the same arguments have the same
 * truth.
 *
 * @param feedFor how long events are produced, by the clock on the wall
 * @param messy whether readings arrive as they really do
 */
record DemoPlan(int entities, Duration feedFor, long seed, boolean messy) {
  static final Duration PERIOD = Duration.ofSeconds(10);

  /** Simulated seconds per second; with twenty entities 3,600 events a second. */
  static final int SPEED = 1800;

  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final double FAULTS_PER_ENTITY_DAY = 1;
  private static final int FLEET_FOR_FOUR_PARTITIONS = 20;

  /** What is counted. */
  SimulationPlan counted() {
    return simulation(FROM, feedFor.multipliedBy(SPEED), FAULTS_PER_ENTITY_DAY, seed);
  }

  /** How the fleet goes on after that, stretch after stretch; its first two hours have no fault. */
  SimulationPlan aftermath(int stretch) {
    SimulationPlan before = counted();
    Duration length = Duration.ofDays(10);
    Instant from = before.from().plus(before.length()).plus(length.multipliedBy(stretch));
    return simulation(from, length, FAULTS_PER_ENTITY_DAY, seed + 1 + stretch);
  }

  /** A fleet without a fault, of another seed, for the baseline to learn from. */
  SimulationPlan normal() {
    return new SimulationPlan(
        FLEET_FOR_FOUR_PARTITIONS, FROM, Duration.ofDays(1), PERIOD, 0, ~seed);
  }

  /** The way the readings take. */
  Transmission transmission() {
    return messy ? new MessyTransmission(seed) : Transmission.clean();
  }

  Instant end() {
    return FROM.plus(feedFor.multipliedBy(SPEED));
  }

  /** So few that none stays empty: an empty one would hold back event time until it is idle. */
  int partitions() {
    return entities < FLEET_FOR_FOUR_PARTITIONS ? 1 : 4;
  }

  private SimulationPlan simulation(Instant from, Duration length, double faults, long ofSeed) {
    return new SimulationPlan(entities, from, length, PERIOD, faults, ofSeed);
  }
}
