package dev.kilter.rig.trial;

import dev.kilter.rig.events.Feeder;
import dev.kilter.rig.events.Load;
import dev.kilter.rig.fault.Fault;
import dev.kilter.rig.fault.Scene;

/** Something that is done to a pipeline while it is fed. */
interface Disturbance {

  /** Begins the pipeline. */
  default void begin(Scene scene) throws Exception {
    scene.begin(Fault.PARALLELISM);
  }

  /** How many events a second are sent. */
  default int perSecond(Load load) {
    return load.perSecond();
  }

  /** So many dead letters are to say that native code crashed. */
  default int crashes() {
    return 0;
  }

  /** Does it, once the pipeline tells something; when this returns, it is over. */
  Disturbed disturb(Scene scene, Feeder feeder) throws Exception;
}
