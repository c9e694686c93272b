package dev.kilter.tools.messages;

import dev.kilter.tools.record.TopicLookup;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A topic from its beginning to where it ends now.
 *
 * @param bootstrap brokers to begin with
 * @param properties further client properties, such as security settings
 * @param topic the topic's name
 */
public record WholeTopic(String bootstrap, Map<String, String> properties, String topic) {
  private static final Duration POLL = Duration.ofMillis(200);

  /**
   * Reads it all, each partition in its order.
   *
   * @throws dev.kilter.UserError if broker or topic are not there
   */
  public void read(Consumer<ConsumerRecord<byte[], byte[]>> receiver) throws InterruptedException {
    List<TopicPartition> partitions =
        IntStream.range(0, TopicLookup.partitions(bootstrap, properties, topic))
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .toList();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(receiver);
      }
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(properties);
    settings.put("bootstrap.servers", bootstrap);
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("isolation.level", "read_committed");
    return settings;
  }
}
