package dev.kilter.tools.redrive;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * A dead letter, as it is read back from its topic.
 *
 * @param place the partition its record came from
 * @param offset the record's offset there
 * @param timestampMillis the record's Kafka timestamp, or -1
 * @param reason why it could not be used
 * @param whole whether key and value are as they came, not cut
 * @param record the letter
 */
record Letter(
    TopicPartition place,
    long offset,
    long timestampMillis,
    String reason,
    boolean whole,
    ConsumerRecord<byte[], byte[]> record) {

  /** The letter in a record, or null if it is none of Kilter's. */
  static Letter of(ConsumerRecord<byte[], byte[]> record) {
    String topic = header(record, "kilter-topic");
    Long partition = number(record, "kilter-partition");
    Long offset = number(record, "kilter-offset");
    String reason = header(record, "kilter-reason");
    if (topic == null || partition == null || offset == null || reason == null) {
      return null;
    }
    Long timestamp = number(record, "kilter-timestamp");
    return new Letter(
        new TopicPartition(topic, Math.toIntExact(partition)),
        offset,
        timestamp == null ? -1 : timestamp,
        reason,
        header(record, "kilter-cut-from-bytes") == null,
        record);
  }

  /** The record's place, as it is written everywhere. */
  String position() {
    return place + "@" + offset;
  }

  private static Long number(ConsumerRecord<byte[], byte[]> record, String name) {
    String text = header(record, name);
    return text == null || !text.matches("-?\\d{1,18}") ? null : (Long) Long.parseLong(text);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
