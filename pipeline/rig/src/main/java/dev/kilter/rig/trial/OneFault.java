package dev.kilter.rig.trial;

import dev.kilter.rig.events.Feeder;
import dev.kilter.rig.events.Load;
import dev.kilter.rig.fault.Fault;
import dev.kilter.rig.fault.Scene;

/**
 * One fault, once.
 *
 * @param fault which
 */
record OneFault(Fault fault) implements Disturbance {
  /** There are still events for a while after one that takes half a minute. */
  private static final int LONG_SECONDS = 45;

  @Override
  public void begin(Scene scene) throws Exception {
    fault.begin(scene);
  }

  @Override
  public int perSecond(Load load) {
    return fault.isLong()
        ? Math.min(load.perSecond(), load.deliveries().size() / LONG_SECONDS)
        : load.perSecond();
  }

  @Override
  public int crashes() {
    return fault.isNativeCrash() ? 1 : 0;
  }

  @Override
  public Disturbed disturb(Scene scene, Feeder feeder) throws Exception {
    long begun = System.nanoTime();
    fault.inject(scene);
    return Disturbed.between(begun, fault.isDeath() ? begun : System.nanoTime());
  }
}
