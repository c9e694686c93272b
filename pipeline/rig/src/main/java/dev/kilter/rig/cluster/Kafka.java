package dev.kilter.rig.cluster;

import dev.kilter.rig.process.Launch;
import dev.kilter.rig.process.Node;
import dev.kilter.rig.process.Patience;
import dev.kilter.tools.embedded.BrokerSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;

/** A Kafka broker that keeps its data and its address while it is away. */
public final class Kafka {
  private static final Patience START = Patience.seconds(60);

  /** Whom nobody has forbidden anything may do everything. */
  private static final String AUTHORIZER =
      "org.apache.kafka.metadata.authorizer.StandardAuthorizer";

  private final BrokerSettings settings;
  private final Node node;

  private Kafka(BrokerSettings settings, Node node) {
    this.settings = settings;
    this.node = node;
  }

  static Kafka create(Jars jars, String address, Path folder) throws Exception {
    BrokerSettings settings =
        BrokerSettings.onFreePorts(
            address,
            Files.createDirectories(folder.resolve("data")),
            Map.of("authorizer.class.name", AUTHORIZER, "allow.everyone.if.no.acl.found", "true"));
    settings.format();
    Path file = folder.resolve("server.properties");
    Properties properties = new Properties();
    properties.putAll(settings.properties());
    try (OutputStream out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
    List<String> command =
        List.of("-Xmx512m", Logging.option(folder), "kafka.Kafka", file.toString());
    return new Kafka(
        settings, new Node(new Launch("kafka", jars.kafka(), command, Map.of(), folder)));
  }

  /** Starts it, unless it runs, and waits until it answers. */
  public void start() throws IOException, InterruptedException {
    node.start();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
      START.until("the broker answers", () -> !admin.describeCluster().nodes().get().isEmpty());
    }
  }

  /** What clients need to find it, as {@code host:port}. */
  public String bootstrap() {
    return settings.bootstrap();
  }

  /** The process. */
  public Node node() {
    return node;
  }
}
