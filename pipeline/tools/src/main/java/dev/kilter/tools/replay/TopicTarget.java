package dev.kilter.tools.replay;

import dev.kilter.tools.recording.Payload;
import dev.kilter.tools.recording.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * What recorded events become in a topic. They keep their partition if the topic has as many as
 * theirs had; else the key decides, and without a key events of one partition stay in one.
 */
record TopicTarget(String topic, int partitions, int recordedPartitions) {

  ProducerRecord<byte[], byte[]> of(RecordedEvent event) {
    byte[] key = key(event);
    long timeMillis = event.timeMillis();
    List<Header> headers =
        event.headers().stream()
            .map(header -> (Header) new RecordHeader(header.name(), header.value()))
            .toList();
    return new ProducerRecord<>(
        topic,
        partition(event, key),
        timeMillis == RecordedEvent.NO_TIME ? null : (Long) timeMillis,
        key,
        event.value(),
        headers);
  }

  /** Bare events have no key: their entity is it, as in a topic that the simulator writes. */
  private static byte[] key(RecordedEvent event) {
    if (event.key() != null || event.timestampMillis() != RecordedEvent.NO_TIME) {
      return event.key();
    }
    return Payload.entity(event.value())
        .map(entity -> entity.getBytes(StandardCharsets.UTF_8))
        .orElse(null);
  }

  private Integer partition(RecordedEvent event, byte[] key) {
    boolean keeps =
        recordedPartitions > 0
            && recordedPartitions <= partitions
            && event.partition() < partitions;
    if (keeps) {
      return event.partition();
    }
    return key == null ? (Integer) (event.partition() % partitions) : null;
  }
}
