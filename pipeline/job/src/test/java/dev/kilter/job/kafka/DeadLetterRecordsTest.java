package dev.kilter.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.RecordPosition;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterRecordsTest {
  private final DeadLetterRecords records = new DeadLetterRecords("dead-letters", 100);

  @Test
  void keyAndValueAreAsTheyCame() {
    ProducerRecord<byte[], byte[]> record = serialized(new byte[] {7, -1}, new byte[] {0, '{'});
    assertThat(record.topic()).isEqualTo("dead-letters");
    assertThat(record.key()).containsExactly(7, -1);
    assertThat(record.value()).containsExactly(0, '{');
  }

  @Test
  void aMissingKeyAndValueStayMissing() {
    ProducerRecord<byte[], byte[]> record = serialized(null, null);
    assertThat(record.key()).isNull();
    assertThat(record.value()).isNull();
  }

  @Test
  void placeAndReasonAreHeaders() {
    assertThat(Alerts.headers(serialized(null, new byte[] {1})))
        .containsExactly(
            entry("kilter-reason", "not-json"),
            entry("kilter-detail", "not JSON at byte 1: ünexpected"),
            entry("kilter-topic", "sensor-events"),
            entry("kilter-partition", "3"),
            entry("kilter-offset", "41"),
            entry("kilter-timestamp", "-1"));
  }

  @Test
  void aValueThatFitsIsNotCut() {
    assertThat(serialized(null, new byte[50]).value()).hasSize(50);
    assertThat(Alerts.headers(serialized(null, new byte[50])))
        .doesNotContainKey("kilter-cut-from-bytes");
  }

  @Test
  void aValueTheTopicWouldRefuseIsCutAndSaysSo() {
    byte[] value = new byte[1000];
    Arrays.fill(value, (byte) 'x');
    ProducerRecord<byte[], byte[]> record = serialized(new byte[10], value);
    assertThat(record.key()).hasSize(10);
    assertThat(record.value()).isEqualTo(Arrays.copyOf(value, 50));
    assertThat(Alerts.headers(record)).containsEntry("kilter-cut-from-bytes", "1010");
  }

  @Test
  void aKeyTheTopicWouldRefuseIsCutToo() {
    ProducerRecord<byte[], byte[]> record = serialized(new byte[1000], null);
    assertThat(record.key()).hasSize(50);
    assertThat(Alerts.headers(record)).containsEntry("kilter-cut-from-bytes", "1000");
  }

  private ProducerRecord<byte[], byte[]> serialized(byte[] key, byte[] value) {
    DeadLetter letter =
        new DeadLetter(
            new RecordPosition("sensor-events", 3, 41),
            -1,
            key,
            value,
            DeadLetterReason.NOT_JSON,
            "not JSON at byte 1: ünexpected");
    return records.serialize(letter, null, null);
  }
}
