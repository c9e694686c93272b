package dev.kilter.tools.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** A plan with faults held against the same plan without, reading by reading. */
final class FaultDeviations {
  /** One reading with its fault and without. */
  record Deviation(Reading faulty, Reading healthy) {
    long timeMillis() {
      return faulty.timeMillis();
    }

    boolean running() {
      return healthy.values()[Plant.SPEED] > 2160;
    }

    double value(int channel) {
      return faulty.values()[channel];
    }

    /** What the fault added to the channel, in noise deviations. */
    double inNoise(int channel) {
      double added = faulty.values()[channel] - healthy.values()[channel];
      return added / Plant.CHANNELS.get(channel).noise();
    }
  }

  private final Map<Fault, List<Deviation>> byFault = new LinkedHashMap<>();
  private final Map<String, List<Fault>> byEntity;
  private long changedElsewhere;

  FaultDeviations(SimulationPlan with, SimulationPlan without) {
    Simulation simulation = new Simulation(with);
    simulation.faults().forEach(fault -> byFault.put(fault, new ArrayList<>()));
    byEntity = byFault.keySet().stream().collect(Collectors.groupingBy(Fault::entity));
    Iterator<Reading> healthy = new Simulation(without).iterator();
    for (Reading faulty : simulation) {
      compare(faulty, healthy.next());
    }
  }

  List<Fault> faultsOf(FaultKind kind) {
    return byFault.keySet().stream().filter(fault -> fault.kind() == kind).toList();
  }

  /** How many readings outside every fault differ. */
  long changedElsewhere() {
    return changedElsewhere;
  }

  List<Deviation> during(Fault fault) {
    return byFault.get(fault);
  }

  /**
   * One channel's deviations in noise, past the ramp and before the recovery, while the pump runs.
   */
  DoubleStream onPlateau(Fault fault, int channel) {
    double rampMillis = fault.kind().rampPart() * (fault.toMillis() - fault.fromMillis());
    return during(fault).stream()
        .filter(Deviation::running)
        .filter(d -> d.timeMillis() >= fault.fromMillis() + rampMillis)
        .filter(d -> d.timeMillis() < fault.toMillis() - PlacedFault.RECOVERY_MILLIS)
        .mapToDouble(d -> d.inNoise(channel));
  }

  private void compare(Reading faulty, Reading healthy) {
    Optional<Fault> fault = faultAt(faulty);
    if (fault.isPresent()) {
      during(fault.get()).add(new Deviation(faulty, healthy));
      return;
    }
    changedElsewhere += Arrays.equals(faulty.values(), healthy.values()) ? 0 : 1;
  }

  private Optional<Fault> faultAt(Reading reading) {
    return byEntity.getOrDefault(reading.entity(), List.of()).stream()
        .filter(fault -> fault.fromMillis() <= reading.timeMillis())
        .filter(fault -> reading.timeMillis() < fault.toMillis())
        .findFirst();
  }
}
