package dev.kilter.tools.record;

import dev.kilter.UserError;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks a broker for a topic, and says within seconds and in one sentence if there is none. */
public final class TopicLookup {
  private static final int LONGEST_CHECK_MILLIS = 4_000;

  private TopicLookup() {}

  /**
   * How many partitions a topic has.
   *
   * @throws UserError if broker or topic are not there
   */
  public static int partitions(String bootstrap, String topic) throws InterruptedException {
    return partitions(bootstrap, Map.of(), topic);
  }

  /**
   * How many partitions a topic has.
   *
   * @param properties further client properties, such as security settings
   * @throws UserError if broker or topic are not there
   */
  public static int partitions(String bootstrap, Map<String, ?> properties, String topic)
      throws InterruptedException {
    Map<String, Object> config = new HashMap<>(properties);
    config.put("bootstrap.servers", bootstrap);
    config.put("request.timeout.ms", LONGEST_CHECK_MILLIS);
    config.put("default.api.timeout.ms", LONGEST_CHECK_MILLIS);
    try {
      return partitions(Admin.create(config), topic);
    } catch (ExecutionException e) {
      throw new UserError(sentence(e.getCause(), bootstrap, topic), e);
    } catch (KafkaException e) {
      String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw new UserError(
          "The broker address " + bootstrap + " cannot be used: " + reason + ".", e);
    }
  }

  /** Asks, and closes without waiting for what has not been answered by then. */
  private static int partitions(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    try {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get()
          .get(topic)
          .partitions()
          .size();
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  private static String sentence(Throwable cause, String bootstrap, String topic) {
    if (cause instanceof UnknownTopicOrPartitionException) {
      return "There is no topic " + topic + " at " + bootstrap + "; create it first.";
    }
    return cause instanceof InvalidTopicException
        ? "'" + topic + "' is no name a topic can have."
        : "No Kafka broker answers at " + bootstrap + ".";
  }
}
