package dev.kilter.rig.trial;

import dev.kilter.rig.cluster.LocalCluster;
import dev.kilter.rig.events.Feeder;
import dev.kilter.rig.events.Load;
import dev.kilter.rig.events.PipelineText;
import dev.kilter.rig.events.Reader;
import dev.kilter.rig.events.Topics;
import dev.kilter.rig.fault.Fault;
import dev.kilter.rig.fault.ModelStore;
import dev.kilter.rig.fault.RefusingTopic;
import dev.kilter.rig.fault.Scene;
import dev.kilter.rig.fault.Storage;
import dev.kilter.rig.oracle.Differences;
import dev.kilter.rig.oracle.Recovery;
import dev.kilter.rig.oracle.Told;
import dev.kilter.rig.process.NotInTimeException;
import dev.kilter.rig.process.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does faults to a pipeline under load, on one cluster, and holds what it tells against the truth.
 */
public final class Trial {
  private static final Patience WORK = Patience.seconds(180);
  private static final int WARM = 100;
  private static final int LEAST_PAUSE_SECONDS = 10;
  private static final int MORE_PAUSE_SECONDS = 20;

  private final LocalCluster cluster;
  private final Load load;
  private final PipelineText text;
  private final Reference reference;
  private final FinalState undisturbed;
  private int number;
  private Topics topics;

  private Trial(LocalCluster cluster, Load load, PipelineText text, Reference reference)
      throws Exception {
    this.cluster = cluster;
    this.load = load;
    this.text = text;
    this.reference = reference;
    this.undisturbed = FinalState.of(reference.savepoint());
  }

  /** Finds out first what comes of the load when nothing is done. */
  public static Trial prepare(LocalCluster cluster, Load load, PipelineText text) throws Exception {
    Path folder = cluster.folder().resolve("undisturbed");
    String bootstrap = cluster.kafka().bootstrap();
    return new Trial(cluster, load, text, Reference.of(load, bootstrap, text, folder));
  }

  /** What is to be told, in words. */
  public String expectation() {
    return "%d alerts and %d dead letters are to be told."
        .formatted(reference.alerts().size(), reference.letters().size());
  }

  /** Does something to a pipeline that has begun to tell. */
  public Outcome run(Fault fault, Random random) throws Exception {
    Path folder = nextFolder();
    try (Storage storage = fault.storage(folder.resolve("checkpoints"))) {
      Scene scene = scene(storage, folder, random);
      Optional<String> whyNot = fault.whyNot(scene);
      if (whyNot.isPresent()) {
        return new Outcome.NotTested(whyNot.get());
      }
      return run(
          scene,
          feeder -> {
            long begun = System.nanoTime();
            fault.inject(scene);
            return new Disturbed(begun, fault.isDeath() ? begun : System.nanoTime());
          });
    }
  }

  /**
   * Does one thing after the other to a pipeline, as long as there are events.
   *
   * @param random draws what and when
   * @param said is told each
   */
  public Outcome chaos(Random random, Consumer<Fault> said) throws Exception {
    Path folder = nextFolder();
    try (Storage storage = Storage.limited(folder.resolve("checkpoints"))) {
      Scene scene = scene(storage, folder, random);
      List<Fault> possible =
          Arrays.stream(Fault.values()).filter(fault -> fault.whyNot(scene).isEmpty()).toList();
      return run(
          scene,
          feeder -> {
            long begun = System.nanoTime();
            while (!feeder.isDone()) {
              Fault fault = possible.get(random.nextInt(possible.size()));
              said.accept(fault);
              fault.inject(scene);
              cluster.startAll();
              TimeUnit.SECONDS.sleep(LEAST_PAUSE_SECONDS + random.nextInt(MORE_PAUSE_SECONDS));
            }
            return new Disturbed(begun, begun);
          });
    }
  }

  private Path nextFolder() throws Exception {
    number++;
    cluster.startAll();
    topics = new Topics(cluster.kafka().bootstrap(), "trial-" + number);
    topics.create();
    return cluster.folder().resolve(topics.prefix());
  }

  private Scene scene(Storage storage, Path folder, Random random) throws IOException {
    ModelStore models =
        ModelStore.copy(text.models(), PipelineText.MODELS, folder.resolve("models"));
    Path file =
        new PipelineText(models.folder(), text.delivery())
            .write(topics, storage.folder(), folder.resolve("pipeline.yaml"));
    RefusingTopic alerts = new RefusingTopic(topics.bootstrap(), topics.alerts());
    return new Scene(cluster, file, folder, storage, alerts, models, random);
  }

  /** A pipeline that does not come to an end is ended, so that the next has room. */
  private Outcome run(Scene scene, Disturbance disturbance) throws Exception {
    try {
      scene.begin(Fault.PARALLELISM);
      return disturbed(scene, disturbance);
    } catch (NotInTimeException e) {
      String how = e.getMessage() + "; " + scene.describe();
      scene.abandon();
      return new Outcome.Stuck(how);
    }
  }

  private Outcome disturbed(Scene scene, Disturbance disturbance) throws Exception {
    try (Reader alerts = topics.readAlerts();
        Reader letters = topics.readDeadLetters();
        Feeder feeder = Feeder.start(load, topics.bootstrap(), topics.events())) {
      WORK.until(WARM + " alerts", () -> alerts.count() >= WARM);
      Disturbed disturbed = disturbance.disturb(feeder);
      feeder.await();
      Settled.await(WORK, topics, alerts);
      long restarts = scene.job().restarts();
      List<String> died = cluster.died();
      FinalState state = FinalState.of(scene.end());
      List<Told> told = Told.alerts(alerts.arrivals(), topics.events());
      Differences differences = reference.alerts().judge(told);
      differences.write(scene.folder().resolve("alerts.txt"));
      Differences others =
          reference.letters().judge(Told.letters(letters.arrivals(), topics.events()));
      others.write(scene.folder().resolve("dead-letters.txt"));
      Duration recovery = Recovery.of(told, disturbed.begunNanos(), disturbed.overNanos());
      return new Outcome.Tested(
          differences, others, state.against(undisturbed), recovery, restarts, died);
    }
  }

  /** Something that is done to a pipeline while it is fed. */
  private interface Disturbance {
    Disturbed disturb(Feeder feeder) throws Exception;
  }

  /** When it began, and from when on it counts how long it takes to recover. */
  private record Disturbed(long begunNanos, long overNanos) {}
}
