package dev.kilter.tools.simulate;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** One pass over a simulation: row after row, and within a row pump after pump. */
final class Readings implements Iterator<Reading> {
  private final SimulationPlan plan;
  private final long rows;
  private final List<Pump> pumps;
  private final Site site;
  private long row;
  private int pump;

  Readings(SimulationPlan plan, long rows, List<Pump> pumps) {
    this.plan = plan;
    this.rows = rows;
    this.pumps = pumps;
    this.site = new Site(plan);
  }

  @Override
  public boolean hasNext() {
    return row < rows;
  }

  @Override
  public Reading next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    long rowMillis = plan.fromMillis() + row * plan.period().toMillis();
    if (pump == 0) {
      site.advance(rowMillis);
    }
    Reading reading = pumps.get(pump).read(rowMillis, site);
    pump = (pump + 1) % pumps.size();
    row += pump == 0 ? 1 : 0;
    return reading;
  }
}
