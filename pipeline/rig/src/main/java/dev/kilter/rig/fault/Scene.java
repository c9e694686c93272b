package dev.kilter.rig.fault;

import dev.kilter.rig.cluster.LocalCluster;
import dev.kilter.rig.cluster.RigJob;
import dev.kilter.rig.process.Node;
import dev.kilter.rig.process.NotInTimeException;
import dev.kilter.rig.process.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pipeline at work on a cluster, to which something is done. */
public final class Scene {
  private static final Logger LOG = LoggerFactory.getLogger(Scene.class);
  private static final Patience CHECKPOINT = Patience.seconds(60);
  private static final Patience DEATH = Patience.seconds(120);

  private final LocalCluster cluster;
  private final Path pipeline;
  private final Path folder;
  private final Storage storage;
  private final RefusingTopic alerts;
  private final ModelStore models;
  private final Random random;
  private RigJob job;

  /**
   * A pipeline at work.
   *
   * @param pipeline its file
   * @param folder where its savepoints lie
   * @param storage where its checkpoints lie
   * @param alerts the topic of its alerts
   * @param models its model store
   * @param random draws what is not said
   */
  public Scene(
      LocalCluster cluster,
      Path pipeline,
      Path folder,
      Storage storage,
      RefusingTopic alerts,
      ModelStore models,
      Random random) {
    this.cluster = cluster;
    this.pipeline = pipeline;
    this.folder = folder;
    this.storage = storage;
    this.alerts = alerts;
    this.models = models;
    this.random = random;
  }

  public LocalCluster cluster() {
    return cluster;
  }

  /** The job as it runs now. */
  public RigJob job() {
    return job;
  }

  public Path folder() {
    return folder;
  }

  RefusingTopic alerts() {
    return alerts;
  }

  ModelStore models() {
    return models;
  }

  Storage storage() {
    return storage;
  }

  /** A task manager that has work; any of them. */
  Node busyTaskManager() throws IOException, InterruptedException {
    Set<String> busy = job.taskManagers();
    List<Node> nodes =
        cluster.taskManagers().stream().filter(node -> busy.contains(node.name())).toList();
    return nodes.get(random.nextInt(nodes.size()));
  }

  /**
   * Starts each task manager that dies of itself, as a supervisor does, until so many have died.
   */
  void awaitDeaths(int count) throws InterruptedException {
    for (int death = 1; death <= count; death++) {
      DEATH.until("death " + death + " of a task manager", cluster::revive);
    }
  }

  /** Starts the pipeline for the first time. */
  public void begin(int parallelism) throws IOException, InterruptedException {
    job = cluster.run(pipeline, parallelism, null);
  }

  /** Waits until its state was saved since its last start. */
  void awaitCheckpoint() throws InterruptedException {
    CHECKPOINT.until("a checkpoint", () -> job.checkpoints() > 0);
  }

  /** Cancels it, and has it go on from the newest checkpoint that is kept. */
  void cancelAndGoOn(int parallelism) throws IOException, InterruptedException {
    job.cancel();
    job = cluster.run(pipeline, parallelism, job.newestCheckpoint());
  }

  /** Starts the pipeline for the first time, so that the task manager that is apart has work. */
  void beginApart(int parallelism) throws IOException, InterruptedException {
    List<Node> nodes = cluster.taskManagers();
    Node spare = nodes.get(nodes.size() - 1);
    spare.kill();
    cluster.awaitTaskManagers(nodes.size() - 1);
    begin(parallelism);
    spare.start();
    cluster.awaitTaskManagers(nodes.size());
  }

  /** Stops it with a savepoint, and has it go on from there. */
  void restart(int parallelism) throws IOException, InterruptedException {
    String savepoint = job.stop(folder.resolve("savepoints"));
    job = cluster.run(pipeline, parallelism, savepoint);
  }

  /** Ends it however it is, where it can be ended, so that it is in nobody's way. */
  public void abandon() throws InterruptedException {
    if (job == null) {
      return;
    }
    try {
      job.cancel();
    } catch (IOException | NotInTimeException e) {
      LOG.warn("Job {} could not be ended", job.id(), e);
    }
  }

  /** How it is, in words, for those who have waited in vain. */
  public String describe() throws InterruptedException {
    String words = job == null ? "the job has not begun" : job.describe();
    List<String> died = cluster.died();
    return died.isEmpty() ? words : words + "; died: " + String.join(", ", died);
  }

  /**
   * Ends it.
   *
   * @return the savepoint of what it knew in the end
   */
  public String end() throws IOException, InterruptedException {
    return job.stop(folder.resolve("savepoints"));
  }
}
