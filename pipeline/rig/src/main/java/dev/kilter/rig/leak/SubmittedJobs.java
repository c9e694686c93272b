package dev.kilter.rig.leak;

import dev.kilter.rig.cluster.LocalCluster;
import dev.kilter.rig.cluster.RigJob;
import dev.kilter.rig.events.Feeder;
import dev.kilter.rig.events.Load;
import dev.kilter.rig.events.PipelineText;
import dev.kilter.rig.events.Reader;
import dev.kilter.rig.events.Topics;
import dev.kilter.rig.fault.ModelStore;
import dev.kilter.rig.process.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Submits a pipeline to one task manager, lets it work, and cancels it, again and again. */
final class SubmittedJobs {
  private static final Patience WORK = Patience.seconds(120);
  private static final int ALERTS = 100;
  private static final int PUMPS = 60;
  private static final int PER_SECOND = 1_000;
  private static final int AT_ONCE = 1_000_000;
  private static final Duration LASTING = Duration.ofSeconds(10);

  private final LocalCluster cluster;
  private final Path home;

  /**
   * On a cluster with one task manager.
   *
   * @param home the checkout with the models
   */
  SubmittedJobs(LocalCluster cluster, Path home) {
    this.cluster = cluster;
    this.home = home;
  }

  /**
   * Does it so often.
   *
   * @param done is told how often it was done, each time
   * @return what was left in the task manager each time
   */
  Leftovers run(int times, IntConsumer done) throws Exception {
    Topics topics = new Topics(cluster.kafka().bootstrap(), "submitted");
    topics.create();
    Load load = Load.pumps(PUMPS, PER_SECOND, LASTING, 1);
    try (Feeder feeder = Feeder.start(load, AT_ONCE, topics.bootstrap(), topics.events())) {
      feeder.await();
    }
    Path folder = cluster.folder().resolve(topics.prefix());
    Path pipeline =
        PipelineText.of("at-least-once")
            .write(
                topics,
                ModelStore.zoo(home),
                folder.resolve("checkpoints"),
                folder.resolve("pipeline.yaml"));
    List<ProcessMemory> left = new ArrayList<>();
    try (Reader alerts = topics.readAlerts()) {
      for (int time = 1; time <= times; time++) {
        workAndCancel(pipeline, alerts);
        left.add(ProcessMemory.of(cluster.taskManagers().get(0).pid()));
        done.accept(time);
      }
    }
    return new Leftovers(left);
  }

  private void workAndCancel(Path pipeline, Reader alerts) throws Exception {
    int before = alerts.count();
    RigJob job = cluster.run(pipeline, 1, null);
    WORK.until(ALERTS + " more alerts", () -> alerts.count() >= before + ALERTS);
    job.cancel();
  }
}
