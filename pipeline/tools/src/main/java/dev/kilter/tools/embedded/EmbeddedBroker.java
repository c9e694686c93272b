package dev.kilter.tools.embedded;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker in this process: KRaft, free ports on 127.0.0.1, a data folder of its own.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final long TOPIC_POLL_MILLIS = 20;

  private final BrokerSettings settings;
  private final ScratchFolder folder;
  private final KafkaRaftServer server;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedBroker(BrokerSettings settings, ScratchFolder folder, KafkaRaftServer server) {
    this.settings = settings;
    this.folder = folder;
    this.server = server;
  }

  /** Starts a broker; once this returns it takes requests. */
  public static EmbeddedBroker start() {
    return start(ScratchFolder.create("kilter-kafka-"));
  }

  /** Starts a broker that is told more than others, in its own properties. */
  public static EmbeddedBroker start(Map<String, String> more) {
    return start(ScratchFolder.create("kilter-kafka-"), more);
  }

  /** Starts a broker that keeps its data in this folder, and deletes it in the end. */
  public static EmbeddedBroker start(ScratchFolder folder) {
    return start(folder, Map.of());
  }

  private static EmbeddedBroker start(ScratchFolder folder, Map<String, String> more) {
    BrokerSettings settings = BrokerSettings.onFreePorts(LOOPBACK, folder.path(), more);
    try {
      settings.format();
      KafkaRaftServer server =
          new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
      undisturbed(server::startup);
      return new EmbeddedBroker(settings, folder, server);
    } catch (Exception e) { // Kafka promises nothing narrower
      folder.close();
      throw new IllegalStateException("the embedded broker did not start", e);
    }
  }

  /** What clients need to find this broker, as {@code host:port}. */
  public String bootstrap() {
    return settings.bootstrap();
  }

  /** Creates a topic and waits until it is there. */
  public void createTopic(String name, int partitions, Map<String, String> config) {
    Properties client = new Properties();
    client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap());
    NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(config);
    try (Admin admin = Admin.create(client)) {
      admin.createTopics(List.of(topic)).all().get();
      awaitTopic(admin, name);
    } catch (ExecutionException e) {
      throw new IllegalStateException("topic " + name + " could not be created", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topic " + name, e);
    }
  }

  /** The controller has it at once, the broker that answers for it a moment later. */
  private static void awaitTopic(Admin admin, String name)
      throws ExecutionException, InterruptedException {
    while (!admin.listTopics().names().get().contains(name)) {
      Thread.sleep(TOPIC_POLL_MILLIS);
    }
  }

  /** Stops the broker and deletes its data; a second call does nothing. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try (folder) {
      server.shutdown();
      server.awaitShutdown();
    }
  }

  /** On a thread of its own: were this one interrupted meanwhile, Kafka would halt the process. */
  private static void undisturbed(Runnable startup) throws ExecutionException {
    CompletableFuture<Void> started = CompletableFuture.runAsync(startup);
    try {
      started.get();
    } catch (InterruptedException e) {
      started.join();
      Thread.currentThread().interrupt();
    }
  }
}
