package dev.kilter.tools.record;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Records of a topic with two partitions, for tests. */
final class Records {
  static final TopicPartition ZERO = new TopicPartition("t", 0);
  static final TopicPartition ONE = new TopicPartition("t", 1);

  private Records() {}

  static ConsumerRecord<byte[], byte[]> of(TopicPartition partition, long offset, long timeMillis) {
    return new ConsumerRecord<>(
        partition.topic(),
        partition.partition(),
        offset,
        timeMillis,
        TimestampType.CREATE_TIME,
        0,
        100,
        new byte[0],
        new byte[100],
        new RecordHeaders(),
        Optional.empty());
  }
}
