package dev.kilter.rig.trial;

import dev.kilter.rig.events.Feeder;
import dev.kilter.rig.events.Load;
import dev.kilter.rig.events.Reader;
import dev.kilter.rig.events.Topics;
import dev.kilter.rig.fault.NotInjectedException;
import dev.kilter.rig.fault.Scene;
import dev.kilter.rig.oracle.Differences;
import dev.kilter.rig.oracle.Recovery;
import dev.kilter.rig.oracle.Told;
import dev.kilter.rig.process.Patience;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pipeline that works on a load while something is done to it.
 *
 * @param scene where it works
 * @param topics its topics
 * @param load its events
 * @param truth what an undisturbed one makes of them
 */
record Run(Scene scene, Topics topics, Load load, Reference truth) {
  private static final Logger LOG = LoggerFactory.getLogger(Run.class);
  private static final Patience WORK = Patience.seconds(180);
  private static final int WARM = 100;

  /** What comes of it; a pipeline that does not come to its end is ended: the next needs room. */
  Outcome disturbedBy(Disturbance disturbance) throws InterruptedException {
    try {
      disturbance.begin(scene);
      return outcome(disturbance);
    } catch (InterruptedException e) {
      throw e;
    } catch (NotInjectedException e) {
      scene.abandon();
      return new Outcome.NotTested(e.getMessage());
    } catch (Exception e) { // whatever it is, it is what has come of this one, and others follow
      LOG.warn("A pipeline was ended before it had told all", e);
      String how = e.getMessage() + "; " + scene.describe();
      scene.abandon();
      return new Outcome.Stuck(how);
    }
  }

  private Outcome outcome(Disturbance disturbance) throws Exception {
    int perSecond = disturbance.perSecond(load);
    try (Reader alerts = topics.readAlerts();
        Reader letters = topics.readDeadLetters();
        Feeder feeder = Feeder.start(load, perSecond, topics.bootstrap(), topics.events())) {
      WORK.until(WARM + " alerts", () -> alerts.count() >= WARM);
      Disturbed disturbed = disturbance.disturb(scene, feeder);
      feeder.await();
      Settled.await(WORK, topics, alerts);
      long restarts = scene.job().restarts();
      FinalState state = FinalState.of(scene.end());
      List<Told> told = Told.alerts(alerts.arrivals(), topics.events());
      disturbed.told().accept(told);
      Letters dead = Letters.of(letters.arrivals(), topics.events());
      return new Outcome.Tested(
          written("alerts", truth.alerts().judge(told)),
          written("dead-letters", truth.letters().judge(dead.pumps())),
          state.against(truth.state()),
          Recovery.of(told, disturbed.begunNanos(), disturbed.overNanos()),
          restarts,
          besides(disturbance.crashes(), dead.crashes()));
    }
  }

  private Differences written(String what, Differences differences) throws Exception {
    differences.write(scene.folder().resolve(what + ".txt"));
    return differences;
  }

  private List<String> besides(int expected, int crashes) {
    List<String> besides = new ArrayList<>();
    scene.cluster().died().forEach(name -> besides.add(name + " died of itself"));
    if (crashes != expected) {
      besides.add(
          "%d dead letters in place of %d say that native code crashed"
              .formatted(crashes, expected));
    }
    return besides;
  }
}
