package dev.kilter.job.kafka;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertStatus;
import dev.kilter.alert.Incident;
import dev.kilter.job.config.AlertFormat;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Alerts as Kafka records, keyed by incident so that its revisions stay in order: CloudEvents.
 *
 * @param pipeline the pipeline's name
 * @param eventsTopic the topic that the offsets in the evidence are of
 * @param topic where they go
 * @param format what their bytes are
 */
record AlertRecords(String pipeline, String eventsTopic, String topic, AlertFormat format)
    implements KafkaRecordSerializationSchema<Alert> {

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Alert alert, KafkaSinkContext context, Long timestamp) {
    Incident incident = alert.incident();
    CloudEventHeaders headers =
        new CloudEventHeaders(
            incident.id() + "/" + incident.revision(),
            "dev.kilter.incident." + phase(alert),
            CloudEventHeaders.source(pipeline, alert.detector()),
            alert.entity(),
            alert.timeMillis());
    return headers.record(topic, incident.id(), format.contentType(), bytes(alert));
  }

  private byte[] bytes(Alert alert) {
    return switch (format) {
      case JSON -> AlertJson.bytes(alert, eventsTopic);
      case AVRO -> AlertAvro.bytes(alert, eventsTopic);
    };
  }

  private static String phase(Alert alert) {
    if (alert.status() == AlertStatus.CLOSED) {
      return "closed";
    }
    return alert.incident().revision() == 1 ? "opened" : "updated";
  }
}
