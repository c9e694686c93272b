package dev.kilter.job.kafka;

import dev.kilter.UserError;
import dev.kilter.job.config.KafkaConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;

/** Looks before the start whether the broker answers and the topics are there. */
public final class KafkaCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int RECORD_OVERHEAD_BYTES = 4 << 10;

  private final KafkaConfig kafka;

  /** A check of what a pipeline file says of Kafka. */
  public KafkaCheck(KafkaConfig kafka) {
    this.kafka = kafka;
  }

  /**
   * Checks broker and topics.
   *
   * @return what the pipeline needs to know of its topics
   * @throws UserError saying what is not there and how to mend it
   */
  public TopicFacts check() {
    return ask(
        admin -> {
          requireTopics(admin.listTopics().names().get());
          return new TopicFacts(largestRecordBytes(admin), eventPartitions(admin));
        });
  }

  /**
   * The largest record that the dead letters topic takes, which is to be there.
   *
   * @throws UserError when the broker does not answer
   */
  public int largestDeadLetterBytes() {
    return ask(this::largestRecordBytes);
  }

  private <T> T ask(Question<T> question) {
    try (Admin admin = Admin.create(properties())) {
      return question.ask(admin);
    } catch (ExecutionException e) {
      throw unreachable(e.getCause());
    } catch (KafkaException e) {
      throw unreachable(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("Interrupted while asking " + kafka.bootstrap() + ".", e);
    }
  }

  private void requireTopics(Set<String> existing) {
    List<String> missing = new ArrayList<>();
    for (String topic : topics()) {
      if (!existing.contains(topic)) {
        missing.add(topic);
      }
    }
    if (!missing.isEmpty()) {
      throw new UserError(
          "The broker at "
              + kafka.bootstrap()
              + " has no topic "
              + String.join(", ", missing)
              + ": create it, for instance with kafka-topics.sh --bootstrap-server "
              + kafka.bootstrap()
              + " --create --topic "
              + missing.get(0)
              + ", or correct the name under kafka in the pipeline file.");
    }
  }

  private List<String> topics() {
    List<String> topics =
        new ArrayList<>(List.of(kafka.events(), kafka.alerts(), kafka.deadLetters()));
    Stream.of(
            kafka.scores(),
            kafka.health(),
            kafka.late(),
            kafka.groups(),
            kafka.control(),
            kafka.feedback())
        .filter(Objects::nonNull)
        .forEach(topics::add);
    return topics;
  }

  private int largestRecordBytes(Admin admin) throws ExecutionException, InterruptedException {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, kafka.deadLetters());
    String largest =
        admin
            .describeConfigs(List.of(topic))
            .all()
            .get()
            .get(topic)
            .get("max.message.bytes")
            .value();
    return Math.max(RECORD_OVERHEAD_BYTES, Integer.parseInt(largest) - RECORD_OVERHEAD_BYTES);
  }

  private int eventPartitions(Admin admin) throws ExecutionException, InterruptedException {
    return admin
        .describeTopics(List.of(kafka.events()))
        .allTopicNames()
        .get()
        .get(kafka.events())
        .partitions()
        .size();
  }

  private UserError unreachable(Throwable cause) {
    return new UserError(
        "The Kafka broker at "
            + kafka.bootstrap()
            + " does not answer ("
            + cause.getMessage()
            + "): start it, or correct kafka.bootstrap in the pipeline file or the variable it"
            + " names.",
        cause);
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(kafka.properties());
    properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap());
    String patience = String.valueOf(PATIENCE.toMillis());
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
    return properties;
  }

  /** Something that is asked of the broker. */
  private interface Question<T> {
    T ask(Admin admin) throws ExecutionException, InterruptedException;
  }
}
