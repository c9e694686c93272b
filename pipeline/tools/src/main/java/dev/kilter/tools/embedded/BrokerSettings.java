package dev.kilter.tools.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * Where one broker of this machine listens and keeps its data.
 *
 * @param more properties that go before those that every such broker has
 */
public record BrokerSettings(
    String address, int port, int controllerPort, Path data, Map<String, String> more) {

  private static final int NODE = 1;
  private static final String CONTROLLER_LISTENER = "CONTROLLER";

  /** A broker on ports that are free now. */
  public static BrokerSettings onFreePorts(String address, Path data, Map<String, String> more) {
    return new BrokerSettings(address, FreePort.find(), FreePort.find(), data, more);
  }

  /** What clients need to find it, as {@code host:port}. */
  public String bootstrap() {
    return address + ":" + port;
  }

  /**
   * The broker's properties: one node that is broker and controller, small, and deaf to the
   * network.
   */
  public Map<String, String> properties() {
    Map<String, String> all = new HashMap<>(network());
    all.putAll(storage());
    all.putAll(internalTopics());
    all.putAll(more);
    return all;
  }

  /** Makes the folder of its data one that a broker may start on. */
  public void format() throws Exception {
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(nowhere)
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(NODE)
          .setControllerListenerName(CONTROLLER_LISTENER)
          .setDirectories(List.of(data.toString()))
          .setMetadataLogDirectory(data.toString())
          .run();
    }
  }

  private Map<String, String> network() {
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(NODE),
        "listeners",
        "PLAINTEXT://" + bootstrap() + ",CONTROLLER://" + address + ":" + controllerPort,
        "advertised.listeners",
        "PLAINTEXT://" + bootstrap(),
        "listener.security.protocol.map",
        "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
        "controller.listener.names",
        CONTROLLER_LISTENER,
        "controller.quorum.voters",
        NODE + "@" + address + ":" + controllerPort,
        "controlled.shutdown.enable",
        "false",
        "num.network.threads",
        "2",
        "num.io.threads",
        "2");
  }

  /** Nothing expires: simulated events are as old, or as young, as their story wants. */
  private Map<String, String> storage() {
    return Map.of(
        "log.dirs", data.toString(),
        "log.retention.ms", "-1",
        "log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE),
        "log.cleaner.dedupe.buffer.size", "4194304",
        "log.initial.task.delay.ms", "600000",
        "auto.create.topics.enable", "false");
  }

  private static Map<String, String> internalTopics() {
    return Map.of(
        "offsets.topic.num.partitions", "1",
        "offsets.topic.replication.factor", "1",
        "transaction.state.log.num.partitions", "1",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "share.coordinator.state.topic.num.partitions", "1",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "group.initial.rebalance.delay.ms", "0");
  }
}
