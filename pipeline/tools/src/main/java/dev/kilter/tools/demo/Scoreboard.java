package dev.kilter.tools.demo;

import dev.kilter.tools.simulate.Fault;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Holds incidents against the truth.
 *
 * <p>A fault is found when an incident of its entity opens between its onset and its end and names
 * one of its channels; a stuck sensor also when a health message names it. What overlaps no fault
 * of its entity, incident or health message, is a false alarm. What opened once the simulated time
 * was over does not count.
 */
final class Scoreboard {
  private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

  private final List<Fault> faults;
  private final int entities;
  private final long fromMillis;
  private final long toMillis;

  /** A scoreboard for so many entities, from one event time to another. */
  Scoreboard(List<Fault> faults, int entities, long fromMillis, long toMillis) {
    this.faults = faults.stream().filter(fault -> fault.toMillis() <= toMillis).toList();
    this.entities = entities;
    this.fromMillis = fromMillis;
    this.toMillis = toMillis;
  }

  /** Holds incidents alone against the truth. */
  Tally tally(List<Opening> incidents) {
    return tally(incidents, List.of());
  }

  /**
   * Holds incidents, and what was said about sensors, against the truth.
   *
   * @param sensors what was wrong with which sensor, from when to when
   */
  Tally tally(List<Opening> incidents, List<Opening> sensors) {
    List<Opening> counted = counted(incidents);
    List<Opening> ill = counted(sensors);
    List<FaultOutcome> outcomes =
        faults.stream().map(fault -> outcome(fault, finders(fault, counted, ill))).toList();
    long falseAlarms = Stream.concat(counted.stream(), ill.stream()).filter(this::isFalse).count();
    double entityDays = entities * (toMillis - fromMillis) / MILLIS_PER_DAY;
    return new Tally(outcomes, (int) falseAlarms, entityDays);
  }

  private List<Opening> counted(List<Opening> openings) {
    return openings.stream().filter(opening -> opening.openedMillis() < toMillis).toList();
  }

  /** What may find a fault: what is said about a sensor only that it is stuck. */
  private static List<Opening> finders(Fault fault, List<Opening> incidents, List<Opening> ill) {
    return fault.kind().holds()
        ? Stream.concat(incidents.stream(), ill.stream()).toList()
        : incidents;
  }

  private static FaultOutcome outcome(Fault fault, List<Opening> openings) {
    OptionalLong first =
        openings.stream()
            .filter(opening -> finds(opening, fault))
            .mapToLong(opening -> opening.openedMillis() - fault.fromMillis())
            .min();
    return new FaultOutcome(fault, first);
  }

  private static boolean finds(Opening opening, Fault fault) {
    return opening.entity().equals(fault.entity())
        && opening.openedMillis() >= fault.fromMillis()
        && opening.openedMillis() < fault.toMillis()
        && !Collections.disjoint(opening.channels(), fault.channels());
  }

  private boolean isFalse(Opening opening) {
    return faults.stream().noneMatch(fault -> overlap(opening, fault));
  }

  private static boolean overlap(Opening opening, Fault fault) {
    return opening.entity().equals(fault.entity())
        && opening.openedMillis() < fault.toMillis()
        && opening.closedMillis() >= fault.fromMillis();
  }
}
