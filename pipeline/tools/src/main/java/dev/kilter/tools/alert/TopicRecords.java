package dev.kilter.tools.alert;

import dev.kilter.UserError;
import dev.kilter.job.config.KafkaConfig;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.tools.record.TopicLookup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads ranges of a pipeline's topics, in no consumer group, and commits nothing. */
final class TopicRecords implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration CLOSE_WITHIN = Duration.ofMillis(100);

  private final KafkaConfig kafka;
  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * For the topics of a Kafka.
   *
   * @param topic one that must be there
   * @throws UserError if the broker does not answer, or the topic is not there
   */
  static TopicRecords open(KafkaConfig kafka, String topic) throws InterruptedException {
    requireTopic(kafka, topic);
    return new TopicRecords(kafka);
  }

  private static int requireTopic(KafkaConfig kafka, String topic) throws InterruptedException {
    return TopicLookup.partitions(kafka.bootstrap(), kafka.properties(), topic);
  }

  private TopicRecords(KafkaConfig kafka) {
    this.kafka = kafka;
    Map<String, Object> properties = new HashMap<>(kafka.properties());
    properties.remove("group.id");
    properties.put("bootstrap.servers", kafka.bootstrap());
    properties.put("enable.auto.commit", false);
    properties.put("auto.offset.reset", "none");
    properties.put("isolation.level", "read_committed");
    this.consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * What is in a topic now; of a partition that is empty its last offset is less than its first.
   *
   * @throws UserError if broker or topic are not there
   */
  List<OffsetRange> present(String topic) throws InterruptedException {
    int count = requireTopic(kafka, topic);
    List<TopicPartition> partitions = new ArrayList<>();
    for (int partition = 0; partition < count; partition++) {
      partitions.add(new TopicPartition(topic, partition));
    }
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    return partitions.stream()
        .map(each -> new OffsetRange(each.partition(), begins.get(each), ends.get(each) - 1))
        .toList();
  }

  /**
   * Hands on what is in these ranges, which are present, those of a partition in their order.
   *
   * @throws UserError if the broker does not hand them out
   */
  void read(
      String topic,
      Collection<OffsetRange> ranges,
      Consumer<ConsumerRecord<byte[], byte[]>> receiver) {
    Map<TopicPartition, Long> lasts = new HashMap<>();
    for (OffsetRange range : ranges) {
      if (range.first() <= range.last()) {
        lasts.put(new TopicPartition(topic, range.partition()), range.last());
      }
    }
    consumer.assign(lasts.keySet());
    consumer.resume(consumer.paused());
    for (OffsetRange range : ranges) {
      TopicPartition partition = new TopicPartition(topic, range.partition());
      if (lasts.containsKey(partition)) {
        consumer.seek(partition, range.first());
      }
    }
    readTo(lasts, receiver);
  }

  private void readTo(
      Map<TopicPartition, Long> lasts, Consumer<ConsumerRecord<byte[], byte[]>> receiver) {
    long left = left(lasts);
    while (left > 0) {
      ConsumerRecords<byte[], byte[]> come = consumer.poll(PATIENCE);
      for (ConsumerRecord<byte[], byte[]> record : come) {
        if (record.offset() <= lasts.get(new TopicPartition(record.topic(), record.partition()))) {
          receiver.accept(record);
        }
      }
      long leftNow = left(lasts);
      if (come.isEmpty() && leftNow == left) {
        throw new UserError(
            "The broker at "
                + kafka.bootstrap()
                + " hands out no records within "
                + PATIENCE.toSeconds()
                + " s; try again once it does.");
      }
      left = leftNow;
      consumer.pause(
          lasts.keySet().stream()
              .filter(partition -> consumer.position(partition) > lasts.get(partition))
              .toList());
    }
  }

  /** How many offsets are still to be passed. */
  private long left(Map<TopicPartition, Long> lasts) {
    return lasts.entrySet().stream()
        .mapToLong(last -> Math.max(0, last.getValue() + 1 - consumer.position(last.getKey())))
        .sum();
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
  }
}
