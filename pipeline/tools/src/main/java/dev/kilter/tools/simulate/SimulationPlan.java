package dev.kilter.tools.simulate;

import java.time.Duration;
import java.time.Instant;

/**
 * Everything that decides a simulation: the same plan yields the same readings, bit for bit.
 *
 * @param length simulated time from {@code from} on
 * @param period simulated time between two readings of one pump
 * @param faultsPerEntityDay how many faults a pump has in a day on average; 0 for a normal
 *     recording
 */
public record SimulationPlan(
    int entities,
    Instant from,
    Duration length,
    Duration period,
    double faultsPerEntityDay,
    long seed) {
  /** Faults last 2 h 45 min on average and keep 6 h apart, so a day holds no more. */
  static final double MOST_FAULTS_PER_ENTITY_DAY = 2.5;

  public SimulationPlan {
    require(entities >= 1 && entities <= 1_000_000, "entities must be 1 to 1000000", entities);
    require(length.toMillis() >= 1, "length must be longer than nothing", length);
    require(period.toMillis() >= 1, "period must be at least a millisecond", period);
    require(period.compareTo(length) <= 0, "period must not exceed the length", period);
    require(
        faultsPerEntityDay >= 0 && faultsPerEntityDay <= MOST_FAULTS_PER_ENTITY_DAY,
        "faults must be 0 to " + MOST_FAULTS_PER_ENTITY_DAY + " per entity-day",
        faultsPerEntityDay);
  }

  long fromMillis() {
    return from.toEpochMilli();
  }

  long toMillis() {
    return fromMillis() + length.toMillis();
  }

  /**
   * The name of a pump, with as many digits as the largest fleet number needs, and two at least.
   */
  String entity(int index) {
    String number = Integer.toString(index + 1);
    int digits = Math.max(2, Integer.toString(entities).length());
    return "pump-" + "0".repeat(digits - number.length()) + number;
  }

  private static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", not " + value);
    }
  }
}
