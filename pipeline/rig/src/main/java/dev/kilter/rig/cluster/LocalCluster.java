package dev.kilter.rig.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.rig.process.Node;
import dev.kilter.rig.process.Patience;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A whole cluster on this machine: it ends what it has started, and nothing else. */
public final class LocalCluster implements AutoCloseable {
  private static final Patience START = Patience.seconds(90);

  private final Jars jars;
  private final Path folder;
  private final Network network;
  private final Kafka kafka;
  private final ZooKeeper zooKeeper;
  private final FlinkNodes nodes;
  private final List<FlinkNodes.JobManager> jobManagers = new ArrayList<>();
  private final List<Node> taskManagers = new ArrayList<>();
  private final FlinkRest rest = new FlinkRest(this::living);
  private final Thread atExit = new Thread(this::endAll);

  private LocalCluster(Jars jars, Path folder, ClusterPlan plan) throws Exception {
    this.jars = jars;
    this.folder = folder;
    this.network = plan.cuttable() ? Network.cuttable() : Network.plain();
    this.kafka = Kafka.create(jars, network.address(), folder.resolve("kafka"));
    this.zooKeeper = ZooKeeper.create(jars, network.address(), folder.resolve("zookeeper"));
    this.nodes = new FlinkNodes(jars, folder, network, zooKeeper.quorum(), plan.slots());
    for (int number = 1; number <= plan.jobManagers(); number++) {
      jobManagers.add(nodes.jobManager(number));
    }
    for (int number = 1; number <= plan.taskManagers(); number++) {
      taskManagers.add(nodes.taskManager(number));
    }
  }

  /**
   * Starts one, and waits until it takes jobs.
   *
   * @param folder where all its processes keep what they have
   */
  public static LocalCluster start(Jars jars, Path folder, ClusterPlan plan) throws Exception {
    LocalCluster cluster = new LocalCluster(jars, folder, plan);
    Runtime.getRuntime().addShutdownHook(cluster.atExit);
    try {
      cluster.startAll();
    } catch (Exception e) { // whatever it was, nothing is left behind
      cluster.close();
      throw e;
    }
    return cluster;
  }

  /** Starts what does not run, and waits until it takes jobs. */
  public void startAll() throws IOException, InterruptedException {
    zooKeeper.node().start();
    for (FlinkNodes.JobManager each : jobManagers) {
      each.node().start();
    }
    for (Node each : taskManagers) {
      each.start();
    }
    kafka.start();
    for (URI manager : living()) {
      START.until(manager + " answers", () -> rest.isAnswering(manager));
    }
    awaitTaskManagers(taskManagers.size());
  }

  /** Waits until so many task managers are known. */
  public void awaitTaskManagers(int count) throws InterruptedException {
    START.until(
        count + " task managers", () -> rest.get("/overview").get("taskmanagers").asInt() == count);
  }

  public Kafka kafka() {
    return kafka;
  }

  public Network network() {
    return network;
  }

  public Path folder() {
    return folder;
  }

  public List<Node> taskManagers() {
    return List.copyOf(taskManagers);
  }

  /**
   * Starts a task manager that has died of itself.
   *
   * @return whether there was one
   */
  public boolean revive() throws IOException {
    for (Node each : taskManagers) {
      if (each.hasDied()) {
        each.start();
        return true;
      }
    }
    return false;
  }

  /** One more task manager, which is started. */
  public Node addTaskManager() throws IOException {
    Node node = nodes.taskManager(taskManagers.size() + 1);
    taskManagers.add(node);
    node.start();
    return node;
  }

  /** The job manager that leads: the one to which the others are connected. */
  public Node leader() throws InterruptedException {
    return START.await("a job manager that leads", this::findLeader).node();
  }

  private Optional<FlinkNodes.JobManager> findLeader() throws IOException {
    for (FlinkNodes.JobManager each : jobManagers) {
      if (each.node().isAlive() && Connections.isAnyTo(each.port())) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  public List<Node> jobManagers() {
    return jobManagers.stream().map(FlinkNodes.JobManager::node).toList();
  }

  /** The addresses of the job managers that live. */
  public List<URI> living() {
    return jobManagers.stream()
        .filter(each -> each.node().isAlive())
        .map(FlinkNodes.JobManager::rest)
        .toList();
  }

  /**
   * Runs a pipeline.
   *
   * @param pipeline its file
   * @param savepoint from where it goes on, or null
   */
  public RigJob run(Path pipeline, int parallelism, String savepoint)
      throws IOException, InterruptedException {
    ObjectNode how = FlinkRest.body();
    how.putArray("programArgsList").add(pipeline.toString());
    how.put("parallelism", parallelism);
    if (savepoint != null) {
      how.put("savepointPath", savepoint);
    }
    RigJob job = new RigJob(rest, rest.run(jars.job(), how).get("jobid").asText());
    START.until("all tasks of job " + job.id() + " run", job::isAtWork);
    return job;
  }

  /** All its processes, that which is to end first being the first. */
  public List<Node> nodes() {
    List<Node> nodes = new ArrayList<>(taskManagers);
    nodes.addAll(jobManagers());
    nodes.add(kafka.node());
    nodes.add(zooKeeper.node());
    return nodes;
  }

  /** The names of the processes that have ended although nobody has ended them. */
  public List<String> died() {
    return nodes().stream().filter(Node::hasDied).map(Node::name).toList();
  }

  /** Lets it go on without this process. */
  public void leave() {
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    endAll();
  }

  private void endAll() {
    nodes().forEach(Node::close);
    network.close();
  }
}
