package dev.kilter.tools.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * A fleet of pumps through a stretch of time: its readings in time order, and the truth about its
 * faults.
 */
public final class Simulation implements Iterable<Reading> {
  private final SimulationPlan plan;
  private final List<DutySchedule> duties = new ArrayList<>();
  private final List<List<PlacedFault>> placed = new ArrayList<>();

  public Simulation(SimulationPlan plan) {
    this.plan = plan;
    for (int i = 0; i < plan.entities(); i++) {
      DutySchedule duty =
          DrawDuty.draw(plan.fromMillis(), plan.toMillis(), RandomStream.DUTY.of(plan.seed(), i));
      duties.add(duty);
      placed.add(new PlaceFaults(plan, duty, RandomStream.PLACEMENT.of(plan.seed(), i)).place());
    }
  }

  /** Every injected fault, by onset and then by entity. */
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      String entity = plan.entity(i);
      placed.get(i).forEach(fault -> faults.add(fault.of(entity)));
    }
    faults.sort(Comparator.comparingLong(Fault::fromMillis).thenComparing(Fault::entity));
    return List.copyOf(faults);
  }

  /** How many readings there are in all. */
  public long size() {
    return rows() * plan.entities();
  }

  /** All readings from the beginning, in time order; each call begins anew. */
  @Override
  public Iterator<Reading> iterator() {
    List<Pump> pumps = new ArrayList<>();
    for (int i = 0; i < plan.entities(); i++) {
      pumps.add(new Pump(plan, i, duties.get(i), placed.get(i)));
    }
    return new Readings(plan, rows(), pumps);
  }

  /** A row that would begin at the very end is none. */
  private long rows() {
    return -Math.floorDiv(-plan.length().toMillis(), plan.period().toMillis());
  }
}
