package dev.kilter.job.kafka;

import dev.kilter.alert.group.Group;
import dev.kilter.alert.group.GroupMessage;
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
    return new CloudEventHeaders(
            group.id() + "/" + group.revision(),
            "dev.kilter.group." + phase(group),
            source(message),
            message.part().isEmpty() ? null : message.part(),
            message.timeMillis())
        .record(topic, group.id(), "application/json", GroupJson.bytes(message));
  }

  private String source(GroupMessage message) {
    String detector = message.detector();
    return detector.isEmpty()
        ? CloudEventHeaders.source(pipeline)
        : CloudEventHeaders.source(pipeline, detector);
  }

  private static String phase(Group group) {
    if (!group.open()) {
      return "closed";
    }
    return group.revision() == 1 ? "opened" : "updated";
  }
}
