package dev.kilter.tools.tail;

import dev.kilter.job.config.KafkaConfig;
import dev.kilter.tools.record.TopicBound;
import dev.kilter.tools.record.TopicLookup;
import dev.kilter.tools.record.TopicOffsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Topics of a pipeline's Kafka that are to be followed, and how they are reached. */
record FollowedTopics(KafkaConfig kafka, List<String> names) {
  private static final long ANSWER_WITHIN_MILLIS = Duration.ofSeconds(5).toMillis();
  private static final int MOST_FETCHED_BYTES = 16 << 20;

  FollowedTopics {
    names = List.copyOf(names);
  }

  /**
   * How many partitions each topic has.
   *
   * @throws dev.kilter.UserError if the broker does not answer, or has no such topic
   */
  Map<String, Integer> partitionCounts() throws InterruptedException {
    Map<String, Integer> counts = new HashMap<>();
    for (String name : names) {
      counts.put(name, TopicLookup.partitions(kafka.bootstrap(), kafka.properties(), name));
    }
    return counts;
  }

  /** Where this is in each partition of all of these topics. */
  static Map<TopicPartition, Long> offsets(
      TopicBound bound, Map<String, Integer> counts, Consumer<byte[], byte[]> consumer) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    counts.forEach(
        (name, count) -> offsets.putAll(new TopicOffsets(consumer, name, count).of(bound)));
    return offsets;
  }

  /** The partitions there are now, once the broker has answered. */
  CompletableFuture<Set<TopicPartition>> partitions(Admin admin) {
    return admin
        .describeTopics(names)
        .allTopicNames()
        .toCompletionStage()
        .toCompletableFuture()
        .thenApply(found -> partitions(found.values()));
  }

  private static Set<TopicPartition> partitions(Collection<TopicDescription> topics) {
    return topics.stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(each -> new TopicPartition(topic.name(), each.partition())))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A consumer of no group, which commits nothing. */
  Consumer<byte[], byte[]> consumer() {
    Map<String, Object> properties = properties();
    properties.remove("group.id");
    properties.put("enable.auto.commit", false);
    properties.put("auto.offset.reset", "earliest");
    properties.put("isolation.level", "read_committed");
    properties.put("fetch.max.bytes", MOST_FETCHED_BYTES);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Somebody to ask for partitions, who gives up soon. */
  Admin admin() {
    Map<String, Object> properties = properties();
    properties.put("request.timeout.ms", String.valueOf(ANSWER_WITHIN_MILLIS));
    properties.put("default.api.timeout.ms", String.valueOf(ANSWER_WITHIN_MILLIS));
    return Admin.create(properties);
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>(kafka.properties());
    properties.put("bootstrap.servers", kafka.bootstrap());
    return properties;
  }
}
