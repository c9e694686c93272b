package dev.kilter.tools.notify;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions from their beginning up to an offset. */
final class TopicHistory {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Supplier<KafkaConsumer<byte[], byte[]>> consumers;

  /** The consumers are of no group; each is closed after use. */
  TopicHistory(Supplier<KafkaConsumer<byte[], byte[]>> consumers) {
    this.consumers = consumers;
  }

  /** Hands over what lies before these offsets, by partition in order. */
  void read(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumers.get()) {
      Map<TopicPartition, Long> there = new HashMap<>(ends);
      consumer.endOffsets(ends.keySet()).forEach((each, end) -> there.merge(each, end, Math::min));
      consumer.assign(there.keySet());
      consumer.seekToBeginning(there.keySet());
      while (!isReached(there, consumer)) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (record.offset() < there.get(new TopicPartition(record.topic(), record.partition()))) {
            reader.accept(record);
          }
        }
      }
    }
  }

  private static boolean isReached(
      Map<TopicPartition, Long> ends, KafkaConsumer<byte[], byte[]> consumer) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
