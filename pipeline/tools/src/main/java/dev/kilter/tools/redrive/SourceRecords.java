package dev.kilter.tools.redrive;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Fetches single records from where they lie. Letters come nearly in the order of their records, so
 * what was read with the record before is looked at first.
 */
final class SourceRecords {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final int partitions;
  private final Map<TopicPartition, Long> begins = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private final Map<String, ConsumerRecord<byte[], byte[]>> read = new HashMap<>();

  /**
   * Fetches from one topic.
   *
   * @param partitions how many partitions it has
   */
  SourceRecords(Consumer<byte[], byte[]> consumer, int partitions) {
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /** Whether the place that a letter's record came from is still there to take it. */
  boolean hasPlace(Letter letter) {
    return letter.place().partition() < partitions;
  }

  /** The record that a letter is about, or null if its topic has it no more. */
  ConsumerRecord<byte[], byte[]> find(Letter letter) {
    ConsumerRecord<byte[], byte[]> record = read.get(letter.position());
    if (record != null || !isThere(letter)) {
      return record;
    }
    readFrom(letter);
    return read.get(letter.position());
  }

  private boolean isThere(Letter letter) {
    TopicPartition place = letter.place();
    if (!begins.containsKey(place)) {
      begins.putAll(consumer.beginningOffsets(List.of(place)));
      ends.putAll(consumer.endOffsets(List.of(place)));
    }
    return letter.offset() >= begins.get(place) && letter.offset() < ends.get(place);
  }

  private void readFrom(Letter letter) {
    read.clear();
    consumer.assign(List.of(letter.place()));
    consumer.seek(letter.place(), letter.offset());
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
      TopicPartition place = new TopicPartition(record.topic(), record.partition());
      read.put(Letter.position(place, record.offset()), record);
    }
  }
}
