package dev.kilter.job.kafka;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertStatus;
import java.time.Instant;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Alerts as Kafka records: JSON, keyed by incident so that its revisions stay in order, with
 * CloudEvents headers.
 *
 * @param pipeline the pipeline's name
 * @param eventsTopic the topic that the offsets in the evidence are of
 * @param topic where they go
 */
record AlertRecords(String pipeline, String eventsTopic, String topic)
    implements KafkaRecordSerializationSchema<Alert> {

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Alert alert, KafkaSinkContext context, Long timestamp) {
    String id = alert.incident().id();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic, null, alert.timeMillis(), Utf8.bytes(id), AlertJson.bytes(alert, eventsTopic));
    Utf8.header(record, "ce_specversion", "1.0");
    Utf8.header(record, "ce_id", id + "/" + alert.incident().revision());
    Utf8.header(record, "ce_type", "dev.kilter.incident." + phase(alert));
    Utf8.header(record, "ce_source", "/kilter/" + pipeline + "/" + alert.detector());
    Utf8.header(record, "ce_subject", alert.entity());
    Utf8.header(record, "ce_time", Instant.ofEpochMilli(alert.timeMillis()));
    Utf8.header(record, "content-type", "application/json");
    return record;
  }

  private static String phase(Alert alert) {
    if (alert.status() == AlertStatus.CLOSED) {
      return "closed";
    }
    return alert.incident().revision() == 1 ? "opened" : "updated";
  }
}
