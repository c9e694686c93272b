package dev.kilter.tools.notify;

import dev.kilter.event.RecordPosition;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What a record of the alerts topic turned out to be. */
sealed interface ReadRecord permits Notice, Unreadable {

  /** The record as it came. */
  ConsumerRecord<byte[], byte[]> record();

  /** Where it came from. */
  default TopicPartition partition() {
    return new TopicPartition(record().topic(), record().partition());
  }

  /** Where it lies. */
  default RecordPosition position() {
    return new RecordPosition(record().topic(), record().partition(), record().offset());
  }
}
