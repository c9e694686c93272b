package dev.kilter.rig.trial;

import dev.kilter.UserError;
import dev.kilter.rig.cluster.LocalCluster;
import dev.kilter.rig.events.Load;
import dev.kilter.rig.events.PipelineText;
import dev.kilter.rig.events.Topics;
import dev.kilter.rig.fault.Fault;
import dev.kilter.rig.fault.ModelStore;
import dev.kilter.rig.fault.RefusingTopic;
import dev.kilter.rig.fault.Scene;
import dev.kilter.rig.fault.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Does faults to pipelines under load, on one cluster, and holds what they tell against the truth.
 */
public final class Trial {
  private final LocalCluster cluster;
  private final Load load;
  private final Path home;
  private final Reference truth;
  private int number;

  private Trial(LocalCluster cluster, Load load, Path home, Reference truth) {
    this.cluster = cluster;
    this.load = load;
    this.home = home;
    this.truth = truth;
  }

  /**
   * Finds out first what comes of the load when nothing is done.
   *
   * @param home the checkout with the models
   */
  public static Trial prepare(LocalCluster cluster, Load load, Path home) throws Exception {
    Path folder = cluster.folder().resolve("undisturbed");
    String bootstrap = cluster.kafka().bootstrap();
    Reference truth = Reference.of(load, bootstrap, ModelStore.zoo(home), folder);
    return new Trial(cluster, load, home, truth);
  }

  /** For so long a load is to last that is enough for {@link #flood}. */
  public static Duration lastingFlood(int times) {
    return Flood.lasting(times);
  }

  /** What is to be told, in words. */
  public String expectation() {
    return "%d alerts and %d dead letters are to be told."
        .formatted(truth.alerts().size(), truth.letters().size());
  }

  /**
   * Does something to a pipeline that has begun to tell.
   *
   * @param delivery what its file says of it
   * @param random draws what is not said
   */
  public Outcome run(Fault fault, String delivery, Random random) throws Exception {
    PipelineText plain = PipelineText.of(delivery);
    PipelineText text = fault.isNativeCrash() ? plain.withCrashing() : plain;
    Topics topics = nextTopics();
    Path folder = folder(topics);
    try (Storage storage = fault.storage(folder.resolve("checkpoints"))) {
      Scene scene = scene(topics, text, storage, random);
      Optional<String> whyNot = fault.whyNot(scene);
      return whyNot.isPresent()
          ? new Outcome.NotTested(whyNot.get())
          : new Run(scene, topics, load, truth).disturbedBy(new OneFault(fault));
    }
  }

  /**
   * Does one thing after the other to a pipeline, as long as there are events.
   *
   * @param faults what may be drawn
   * @param random draws what and when
   * @param said is told each, and what cannot be done
   */
  public Outcome chaos(List<Fault> faults, String delivery, Random random, Consumer<String> said)
      throws Exception {
    Topics topics = nextTopics();
    try (Storage storage = Storage.limited(folder(topics).resolve("checkpoints"))) {
      Scene scene = scene(topics, PipelineText.of(delivery), storage, random);
      List<Fault> possible = possible(faults, scene, said);
      if (possible.isEmpty()) {
        throw new UserError("None of these faults can be done one after the other here.");
      }
      return new Run(scene, topics, load, truth).disturbedBy(new Chaos(possible, random, said));
    }
  }

  private static List<Fault> possible(List<Fault> faults, Scene scene, Consumer<String> said) {
    List<Fault> possible = new ArrayList<>();
    for (Fault fault : faults) {
      Optional<String> whyNot =
          fault.isNativeCrash()
              ? Optional.of("it is another pipeline that it is done to")
              : fault.whyNot(scene);
      whyNot.ifPresentOrElse(
          why -> said.accept("NOT TESTED: " + fault.words() + ": " + why),
          () -> possible.add(fault));
    }
    return possible;
  }

  /**
   * Sends a pipeline many times as many events for a minute.
   *
   * @param times so many times as many
   */
  public Flooded flood(int times, String delivery, Random random) throws Exception {
    Topics topics = nextTopics();
    Flood flood = new Flood(times, load.perSecond());
    try (Storage storage = Storage.plain(folder(topics).resolve("checkpoints"))) {
      Scene scene = scene(topics, PipelineText.of(delivery), storage, random);
      return flood.outcome(new Run(scene, topics, load, truth).disturbedBy(flood));
    }
  }

  private Topics nextTopics() throws Exception {
    number++;
    cluster.startAll();
    Topics topics = new Topics(cluster.kafka().bootstrap(), "trial-" + number);
    topics.create();
    return topics;
  }

  private Path folder(Topics topics) {
    return cluster.folder().resolve(topics.prefix());
  }

  private Scene scene(Topics topics, PipelineText text, Storage storage, Random random)
      throws IOException {
    Path folder = folder(topics);
    ModelStore models = ModelStore.copy(home, folder.resolve("models"));
    Path file =
        text.write(topics, models.folder(), storage.folder(), folder.resolve("pipeline.yaml"));
    RefusingTopic alerts = new RefusingTopic(topics.bootstrap(), topics.alerts());
    return new Scene(cluster, file, folder, storage, alerts, models, random);
  }
}
