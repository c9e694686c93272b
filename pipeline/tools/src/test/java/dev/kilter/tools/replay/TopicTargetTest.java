package dev.kilter.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.recording.RecordedEvent;
import dev.kilter.tools.recording.RecordedHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class TopicTargetTest {
  private static final byte[] KEY = {7};

  @Test
  void anEventStaysWhatItWas() {
    byte[] value = {1};
    List<RecordedHeader> headers =
        List.of(new RecordedHeader("a", KEY), new RecordedHeader("a", null));
    ProducerRecord<byte[], byte[]> record =
        new TopicTarget("copy", 3, 3).of(new RecordedEvent("t", 2, 9, 55, KEY, headers, value));

    assertThat(record.topic()).isEqualTo("copy");
    assertThat(record.timestamp()).isEqualTo(55);
    assertThat(record.key()).isSameAs(KEY);
    assertThat(record.value()).isSameAs(value);
    assertThat(record.headers())
        .satisfiesExactly(
            first -> assertThat(first.value()).isEqualTo(KEY),
            second -> assertThat(second.value()).isNull());
  }

  @Test
  void aPartitionIsKeptIfTheTopicHasAsManyAndElseTheKeyDecides() {
    assertThat(partition(3, 3, KEY)).isEqualTo(2);
    assertThat(partition(4, 3, KEY)).isEqualTo(2);
    assertThat(partition(2, 3, KEY)).isNull();
    assertThat(partition(3, 4, KEY)).isNull();
    assertThat(partition(3, 0, KEY)).isNull();
  }

  @Test
  void withoutAKeyEventsOfOnePartitionStayInOne() {
    assertThat(partition(2, 3, null)).isZero();
  }

  @Test
  void aBareEventHasItsEntityForKeyAndItsTimeForTimestamp() {
    byte[] value = "{\"entity\":\"p\",\"time\":5}".getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> record =
        new TopicTarget("copy", 3, 0).of(new RecordedEvent("t", 0, 9, -1, null, List.of(), value));

    assertThat(record.key()).asString().isEqualTo("p");
    assertThat(record.timestamp()).isEqualTo(5);
    assertThat(record.partition()).isNull();
  }

  private static Integer partition(int partitions, int recorded, byte[] key) {
    RecordedEvent event = new RecordedEvent("t", 2, 9, 55, key, List.of(), null);
    return new TopicTarget("copy", partitions, recorded).of(event).partition();
  }
}
