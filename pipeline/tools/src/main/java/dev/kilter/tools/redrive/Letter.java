package dev.kilter.tools.redrive;

import dev.kilter.event.DeadLetterReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
 * @param content what it holds of its record
 * @param record the letter
 */
record Letter(
    TopicPartition place,
    long offset,
    long timestampMillis,
    String reason,
    Content content,
    ConsumerRecord<byte[], byte[]> record) {

  /** What a letter holds of its record. */
  enum Content {
    /** All of it, as it came. */
    WHOLE,
    /** Its beginning. */
    CUT,
    /** An event that was in it, in Kilter's own form. */
    WRITTEN_AGAIN
  }

  /** The letter in a record, or null if it is none of Kilter's. */
  static Letter of(ConsumerRecord<byte[], byte[]> record) {
    String topic = header(record, "kilter-topic");
    Long partition = number(record, "kilter-partition");
    Long offset = number(record, "kilter-offset");
    String reason = header(record, "kilter-reason");
    boolean placed = partition != null && offset != null && topic != null && !topic.isEmpty();
    if (!placed || reason == null || partition < 0 || partition > Integer.MAX_VALUE || offset < 0) {
      return null;
    }
    Long timestamp = number(record, "kilter-timestamp");
    return new Letter(
        new TopicPartition(topic, Math.toIntExact(partition)),
        offset,
        timestamp == null ? -1 : timestamp,
        reason,
        content(record, reason),
        record);
  }

  /** The record's place, as it is written everywhere. */
  String position() {
    return position(place, offset);
  }

  /** A record's place, as it is written everywhere. */
  static String position(TopicPartition place, long offset) {
    return place + "@" + offset;
  }

  private static Content content(ConsumerRecord<byte[], byte[]> record, String reason) {
    boolean again =
        Arrays.stream(DeadLetterReason.values())
            .anyMatch(known -> known.label().equals(reason) && known.writtenAgain());
    if (again) {
      return Content.WRITTEN_AGAIN;
    }
    return header(record, "kilter-cut-from-bytes") == null ? Content.WHOLE : Content.CUT;
  }

  private static Long number(ConsumerRecord<byte[], byte[]> record, String name) {
    String text = header(record, name);
    return text == null || !text.matches("-?\\d{1,18}") ? null : (Long) Long.parseLong(text);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
