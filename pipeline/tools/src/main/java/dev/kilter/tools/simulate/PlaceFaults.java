package dev.kilter.tools.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Decides when one pump has which fault.
 *
 * <p>None within the first two hours; six hours at least from the end of one to the onset of the
 * next, and past that the waiting is exponential, so that the rate is met on average; each lasts
 * 1.5 to 4 hours and ends within the plan.
 */
final class PlaceFaults {
  static final long APART_MILLIS = Duration.ofHours(6).toMillis();
  static final long QUIET_START_MILLIS = Duration.ofHours(2).toMillis();

  private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final long SHORTEST_MILLIS = Duration.ofMinutes(90).toMillis();
  private static final long LONGEST_MILLIS = Duration.ofHours(4).toMillis();
  private static final long RETRY_MILLIS = Duration.ofMinutes(5).toMillis();

  /**
   * A stuck sensor shows only once the pump changes its speed; this much of the nominal one is
   * plain.
   */
  private static final double PLAIN_MOVE = 0.08;

  private final SimulationPlan plan;
  private final DutySchedule duty;
  private final Random random;

  PlaceFaults(SimulationPlan plan, DutySchedule duty, Random random) {
    this.plan = plan;
    this.duty = duty;
    this.random = random;
  }

  /** In time order. */
  List<PlacedFault> place() {
    List<PlacedFault> placed = new ArrayList<>();
    if (plan.faultsPerEntityDay() == 0) {
      return placed;
    }
    PlacedFault fault = placeAfter(plan.fromMillis() + QUIET_START_MILLIS);
    while (fault.toMillis() <= plan.toMillis()) {
      placed.add(fault);
      fault = placeAfter(fault.toMillis() + APART_MILLIS);
    }
    return placed;
  }

  private PlacedFault placeAfter(long earliestMillis) {
    FaultKind kind = pick(FaultCatalogue.KINDS);
    long lengthMillis =
        wholeSeconds(SHORTEST_MILLIS + random.nextDouble() * (LONGEST_MILLIS - SHORTEST_MILLIS));
    long fromMillis = earliestMillis + wholeSeconds(drawWaitingMillis());
    while (fromMillis + lengthMillis <= plan.toMillis() && !suits(kind, fromMillis, lengthMillis)) {
      fromMillis += RETRY_MILLIS;
    }
    List<Effect> effects = kind.ofOneSensor() ? List.of(pick(kind.effects())) : kind.effects();
    boolean reversed = kind.ofOneSensor() && random.nextBoolean();
    double size = pick(List.of(FaultSize.values())).inNoise();
    return new PlacedFault(
        kind, fromMillis, fromMillis + lengthMillis, reversed ? -size : size, effects);
  }

  private double drawWaitingMillis() {
    double cycleMillis = DAY_MILLIS / plan.faultsPerEntityDay();
    double takenMillis = APART_MILLIS + (SHORTEST_MILLIS + LONGEST_MILLIS) / 2.0;
    return -StrictMath.log(1 - random.nextDouble()) * (cycleMillis - takenMillis);
  }

  /**
   * At the onset the pump runs, and goes on for half the fault, or soon moves enough to show a
   * stuck sensor.
   */
  private boolean suits(FaultKind kind, long fromMillis, long lengthMillis) {
    if (!duty.runsAt(fromMillis)) {
      return false;
    }
    long halfMillis = fromMillis + lengthMillis / 2;
    return kind.holds()
        ? duty.largestMove(fromMillis, halfMillis) >= PLAIN_MOVE
        : duty.runsUntil(fromMillis) >= halfMillis;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static long wholeSeconds(double millis) {
    return 1000 * (long) (millis / 1000);
  }
}
