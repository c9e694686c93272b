package dev.kilter.job.kafka;

import dev.kilter.event.DeadLetter;
import java.util.Arrays;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Dead letters as Kafka records: key and value as they came, place and reason in headers. A value
 * the topic would refuse is cut, with a header that says so; whole, it is at its place.
 *
 * @param topic where they go
 * @param largestBytes the largest value the topic takes
 */
public record DeadLetterRecords(String topic, int largestBytes)
    implements KafkaRecordSerializationSchema<DeadLetter> {

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      DeadLetter letter, KafkaSinkContext context, Long timestamp) {
    return record(letter);
  }

  /** The letter as it is sent. */
  public ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, fitting(letter.key()), fitting(letter.value()));
    Utf8.header(record, "kilter-reason", letter.reason().label());
    Utf8.header(record, "kilter-detail", letter.detail());
    Utf8.header(record, "kilter-topic", letter.position().topic());
    Utf8.header(record, "kilter-partition", letter.position().partition());
    Utf8.header(record, "kilter-offset", letter.position().offset());
    Utf8.header(record, "kilter-timestamp", letter.timestampMillis());
    if (tooLarge(letter.key()) || tooLarge(letter.value())) {
      Utf8.header(record, "kilter-cut-from-bytes", length(letter.key()) + length(letter.value()));
    }
    return record;
  }

  private byte[] fitting(byte[] bytes) {
    return tooLarge(bytes) ? Arrays.copyOf(bytes, largestBytes / 2) : bytes;
  }

  private boolean tooLarge(byte[] bytes) {
    return length(bytes) > largestBytes / 2;
  }

  private static int length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
