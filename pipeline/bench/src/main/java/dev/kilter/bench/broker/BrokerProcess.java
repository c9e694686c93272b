package dev.kilter.bench.broker;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** A real Kafka broker in a process of its own: what it costs is not the job's. */
public final class BrokerProcess implements AutoCloseable {
  private final ChildProcess process;
  private final String bootstrap;

  private BrokerProcess(ChildProcess process, String bootstrap) {
    this.process = process;
    this.bootstrap = bootstrap;
  }

  /** Starts it; once this returns it takes requests. */
  public static BrokerProcess start() {
    ChildProcess process =
        ChildProcess.start(
            ChildProcess.java(), List.of(), List.of(BrokerMain.class.getName()), Map.of());
    try {
      return new BrokerProcess(process, process.await(line -> line.matches("[0-9.]+:\\d+")));
    } catch (IllegalStateException e) {
      process.close();
      throw e;
    }
  }

  /** What clients need to find it. */
  public String bootstrap() {
    return bootstrap;
  }

  /** Creates topics of one partition, whose records bear the time at which they were appended. */
  public void createTopics(String... names) throws ExecutionException, InterruptedException {
    Properties client = new Properties();
    client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    List<NewTopic> topics =
        List.of(names).stream()
            .map(
                name ->
                    new NewTopic(name, 1, (short) 1)
                        .configs(Map.of("message.timestamp.type", "LogAppendTime")))
            .toList();
    try (Admin admin = Admin.create(client)) {
      admin.createTopics(topics).all().get();
      // The controller has them at once, the broker that answers for them a moment later.
      while (!admin.listTopics().names().get().containsAll(List.of(names))) {
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
