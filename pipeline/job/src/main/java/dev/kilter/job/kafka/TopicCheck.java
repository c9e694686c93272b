package dev.kilter.job.kafka;

import dev.kilter.UserError;
import dev.kilter.job.config.KafkaConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looks whether the topics of a pipeline are there, and may be read and written. */
final class TopicCheck {
  private final KafkaConfig kafka;
  private final Map<String, TopicDescription> found = new LinkedHashMap<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> forbidden = new ArrayList<>();

  TopicCheck(KafkaConfig kafka) {
    this.kafka = kafka;
  }

  /**
   * What Kafka says of the topics, by name.
   *
   * @throws UserError naming all topics that are not there, or else all that may not be used
   */
  Map<String, TopicDescription> check(Admin admin) throws ExecutionException, InterruptedException {
    Topics topics = Topics.of(kafka);
    DescribeTopicsResult asked =
        admin.describeTopics(
            topics.all(), new DescribeTopicsOptions().includeAuthorizedOperations(true));
    for (String topic : topics.all()) {
      look(topic, asked);
    }
    topics.read().forEach(topic -> requireRight(topic, AclOperation.READ));
    topics.written().forEach(topic -> requireRight(topic, AclOperation.WRITE));
    throwIfAny();
    return found;
  }

  private void look(String topic, DescribeTopicsResult asked)
      throws ExecutionException, InterruptedException {
    try {
      found.put(topic, asked.topicNameValues().get(topic).get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        missing.add(topic);
      } else if (e.getCause() instanceof TopicAuthorizationException) {
        forbidden.add(topic + " (DESCRIBE)");
      } else {
        throw e;
      }
    }
  }

  /** A broker that knows no rights says that everything may be done, an old one says nothing. */
  private void requireRight(String topic, AclOperation right) {
    TopicDescription description = found.get(topic);
    Set<AclOperation> rights = description == null ? null : description.authorizedOperations();
    if (rights != null && !rights.contains(right)) {
      forbidden.add(topic + " (" + right + ")");
    }
  }

  private void throwIfAny() {
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
    if (!forbidden.isEmpty()) {
      throw new UserError(
          "Kafka at "
              + kafka.bootstrap()
              + " does not allow this user to use topic "
              + String.join(", ", forbidden)
              + ": give the right, for instance with kafka-acls.sh, or correct the name or the"
              + " properties under kafka in the pipeline file.");
    }
  }
}
