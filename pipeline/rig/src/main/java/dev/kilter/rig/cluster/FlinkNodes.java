package dev.kilter.rig.cluster;

import dev.kilter.rig.process.Launch;
import dev.kilter.rig.process.Node;
import dev.kilter.tools.embedded.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes job managers and task managers that find each other through ZooKeeper.
 *
 * @param jars what they run
 * @param folder where each has a folder, and all have one for what they share
 * @param network where they listen
 * @param quorum where ZooKeeper listens
 * @param slots of each task manager
 */
record FlinkNodes(Jars jars, Path folder, Network network, String quorum, int slots) {
  private static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

  /**
   * A job manager.
   *
   * @param rest where its REST interface is
   * @param port where the others find it when it leads
   */
  record JobManager(Node node, URI rest, int port) {}

  JobManager jobManager(int number) throws IOException {
    Map<String, String> config = common("jobmanager-" + number);
    int rest = FreePort.find();
    int port = FreePort.find();
    config.put("jobmanager.bind-host", network.address());
    config.put("jobmanager.rpc.address", network.address());
    config.put("high-availability.jobmanager.port", String.valueOf(port));
    config.put("rest.address", network.address());
    config.put("rest.bind-address", network.address());
    config.put("rest.port", String.valueOf(rest));
    Node node = node("jobmanager-" + number, JOB_MANAGER, config, List.of());
    return new JobManager(node, URI.create("http://" + network.address() + ":" + rest), port);
  }

  /** A task manager; the first is apart, where the network can be cut. */
  Node taskManager(int number) throws IOException {
    boolean apart = number == 1 && network.apart().isPresent();
    String address = apart ? network.addressApart() : network.address();
    Map<String, String> config = common(name(number));
    config.put("taskmanager.host", address);
    config.put("taskmanager.resource-id", name(number));
    config.put("taskmanager.bind-host", address);
    config.put("taskmanager.numberOfTaskSlots", String.valueOf(slots));
    config.put("taskmanager.cpu.cores", String.valueOf((double) slots));
    config.put("taskmanager.memory.framework.heap.size", "128m");
    config.put("taskmanager.memory.framework.off-heap.size", "128m");
    config.put("taskmanager.memory.task.heap.size", "256m");
    config.put("taskmanager.memory.task.off-heap.size", "256m");
    config.put("taskmanager.memory.network.min", "64m");
    config.put("taskmanager.memory.network.max", "64m");
    config.put("taskmanager.memory.managed.size", "64m");
    config.put("taskmanager.memory.jvm-metaspace.size", "256m");
    config.put("taskmanager.memory.jvm-overhead.min", "192m");
    config.put("taskmanager.memory.jvm-overhead.max", "192m");
    List<String> prefix = apart ? network.prefix() : List.of();
    return node(name(number), TASK_MANAGER, config, prefix);
  }

  /** Its name, by which Flink knows it, too. */
  private static String name(int number) {
    return "taskmanager-" + number;
  }

  /** A death is noticed after 10 s, whoever has died. */
  private Map<String, String> common(String name) throws IOException {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("high-availability.type", "zookeeper");
    config.put("high-availability.cluster-id", "/rig");
    config.put("high-availability.storageDir", shared("ha"));
    config.put("high-availability.zookeeper.quorum", quorum);
    config.put("high-availability.zookeeper.client.session-timeout", "10000");
    config.put("heartbeat.interval", "2000");
    config.put("heartbeat.timeout", "10000");
    config.put("web.exception-history-size", "1000");
    config.put("metrics.fetcher.update-interval", "1000");
    config.put("classloader.parent-first-patterns.additional", "ai.onnxruntime.");
    config.put(
        "io.tmp.dirs", Files.createDirectories(folder.resolve(name).resolve("tmp")).toString());
    return config;
  }

  private String shared(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name)).toUri().toString();
  }

  private Node node(String name, String main, Map<String, String> config, List<String> prefix)
      throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        own.resolve("config.yaml"),
        config.entrySet().stream()
            .map(entry -> entry.getKey() + ": \"" + entry.getValue() + "\"\n")
            .collect(Collectors.joining()));
    List<String> command =
        List.of(
            "-Xmx384m",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + own.resolve("crash-%p.log"),
            Logging.option(own),
            main,
            "--configDir",
            own.toString());
    Map<String, String> quiet = Map.of("ORT_DISABLE_TELEMETRY", "1");
    return new Node(new Launch(name, jars.flink(), command, quiet, own, prefix));
  }
}
