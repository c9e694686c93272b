package dev.kilter.tools.redrive;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Fetches single records from where they lie. */
final class SourceRecords {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;

  SourceRecords(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** The record that a letter is about, or null if its topic has it no more. */
  ConsumerRecord<byte[], byte[]> find(Letter letter) {
    TopicPartition place = letter.place();
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(List.of(place));
    Map<TopicPartition, Long> ends = consumer.endOffsets(List.of(place));
    if (letter.offset() < begins.get(place) || letter.offset() >= ends.get(place)) {
      return null;
    }
    consumer.assign(List.of(place));
    consumer.seek(place, letter.offset());
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
      if (record.offset() == letter.offset()) {
        return record;
      }
    }
    return null;
  }
}
