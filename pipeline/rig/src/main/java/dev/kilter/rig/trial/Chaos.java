package dev.kilter.rig.trial;

import dev.kilter.rig.events.Feeder;
import dev.kilter.rig.fault.Fault;
import dev.kilter.rig.fault.NotInjectedException;
import dev.kilter.rig.fault.Scene;
import dev.kilter.rig.process.Patience;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One fault after the other, drawn at random, as long as there are events. */
final class Chaos implements Disturbance {
  private static final Patience AT_WORK = Patience.seconds(180);
  private static final int LEAST_PAUSE_SECONDS = 5;
  private static final int MORE_PAUSE_SECONDS = 20;

  private final List<Fault> faults;
  private final Random random;
  private final Consumer<String> said;

  /**
   * Of these faults.
   *
   * @param random draws which, and how long it is waited before the next
   * @param said is told each
   */
  Chaos(List<Fault> faults, Random random, Consumer<String> said) {
    this.faults = List.copyOf(faults);
    this.random = random;
    this.said = said;
  }

  @Override
  public Disturbed disturb(Scene scene, Feeder feeder) throws Exception {
    long overNanos = System.nanoTime();
    while (!feeder.isDone()) {
      AT_WORK.until("the job is at work", () -> scene.job().isAtWork());
      inject(faults.get(random.nextInt(faults.size())), scene);
      overNanos = System.nanoTime();
      scene.cluster().startAll();
      TimeUnit.SECONDS.sleep(LEAST_PAUSE_SECONDS + random.nextInt(MORE_PAUSE_SECONDS));
    }
    return Disturbed.between(overNanos, overNanos);
  }

  private void inject(Fault fault, Scene scene) throws Exception {
    said.accept(fault.words());
    try {
      fault.inject(scene);
    } catch (NotInjectedException e) {
      said.accept("NOT TESTED: " + e.getMessage());
    }
  }
}
