package dev.kilter.tools.demo;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How one detector did.
 *
 * @param outcomes what became of each injected fault
 * @param falseAlarms incidents that overlap no fault of their entity
 * @param entityDays simulated time, summed over the entities
 */
record Tally(List<FaultOutcome> outcomes, int falseAlarms, double entityDays) {
  private static final double MILLIS_PER_SECOND = 1000;

  Tally {
    outcomes = List.copyOf(outcomes);
  }

  int injected() {
    return outcomes.size();
  }

  int found() {
    return (int) outcomes.stream().filter(FaultOutcome::found).count();
  }

  int missed() {
    return injected() - found();
  }

  double falseAlarmsPerEntityDay() {
    return falseAlarms / entityDays;
  }

  /** Half of the found faults were found after this long; empty if none was. */
  OptionalDouble medianDelaySeconds() {
    double[] delays =
        outcomes.stream()
            .filter(FaultOutcome::found)
            .mapToDouble(outcome -> outcome.delayMillis().getAsLong() / MILLIS_PER_SECOND)
            .sorted()
            .toArray();
    if (delays.length == 0) {
      return OptionalDouble.empty();
    }
    int upper = delays.length / 2;
    int lower = (delays.length - 1) / 2;
    return OptionalDouble.of((delays[lower] + delays[upper]) / 2);
  }
}
