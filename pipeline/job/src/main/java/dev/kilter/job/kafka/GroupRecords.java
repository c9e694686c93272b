package dev.kilter.job.kafka;

import dev.kilter.alert.group.Group;
import dev.kilter.alert.group.GroupMessage;
import java.time.Instant;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Messages about groups as Kafka records: JSON, keyed by group so that its revisions stay in order,
 * with CloudEvents headers.
 *
 * @param pipeline the pipeline's name
 * @param topic where they go
 */
record GroupRecords(String pipeline, String topic)
    implements KafkaRecordSerializationSchema<GroupMessage> {

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      GroupMessage message, KafkaSinkContext context, Long timestamp) {
    Group group = message.group();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic, null, message.timeMillis(), Utf8.bytes(group.id()), GroupJson.bytes(message));
    Utf8.header(record, "ce_specversion", "1.0");
    Utf8.header(record, "ce_id", group.id() + "/" + group.revision());
    Utf8.header(record, "ce_type", "dev.kilter.group." + phase(group));
    Utf8.header(record, "ce_source", source(message));
    if (!message.part().isEmpty()) {
      Utf8.header(record, "ce_subject", message.part());
    }
    Utf8.header(record, "ce_time", Instant.ofEpochMilli(message.timeMillis()));
    Utf8.header(record, "content-type", "application/json");
    return record;
  }

  private String source(GroupMessage message) {
    String detector = message.detector();
    return "/kilter/" + pipeline + (detector.isEmpty() ? "" : "/" + detector);
  }

  private static String phase(Group group) {
    if (!group.open()) {
      return "closed";
    }
    return group.revision() == 1 ? "opened" : "updated";
  }
}
