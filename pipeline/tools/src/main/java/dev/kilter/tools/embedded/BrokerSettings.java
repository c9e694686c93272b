package dev.kilter.tools.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where one embedded broker listens and keeps its data.
 *
 * @param more properties that go before those that every such broker has
 */
record BrokerSettings(int port, int controllerPort, Path data, Map<String, String> more) {

  static final int NODE = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  static BrokerSettings onFreePorts(Path data, Map<String, String> more) {
    return new BrokerSettings(FreePort.find(), FreePort.find(), data, more);
  }

  String bootstrap() {
    return "127.0.0.1:" + port;
  }

  /**
   * The broker's properties: one node that is broker and controller, small, and deaf to the
   * network.
   */
  Map<String, String> properties() {
    Map<String, String> all = new HashMap<>(network());
    all.putAll(storage());
    all.putAll(internalTopics());
    all.putAll(more);
    return all;
  }

  private Map<String, String> network() {
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(NODE),
        "listeners",
        "PLAINTEXT://" + bootstrap() + ",CONTROLLER://127.0.0.1:" + controllerPort,
        "advertised.listeners",
        "PLAINTEXT://" + bootstrap(),
        "listener.security.protocol.map",
        "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
        "controller.listener.names",
        CONTROLLER_LISTENER,
        "controller.quorum.voters",
        NODE + "@127.0.0.1:" + controllerPort,
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
