package dev.kilter.job.kafka;

import dev.kilter.health.HealthMessage;
import java.time.Instant;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Health messages as Kafka records: JSON, keyed by entity, with CloudEvents headers.
 *
 * @param pipeline the pipeline's name
 * @param topic where they go
 */
record HealthRecords(String pipeline, String topic)
    implements KafkaRecordSerializationSchema<HealthMessage> {

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      HealthMessage message, KafkaSinkContext context, Long timestamp) {
    String entity = message.scope().entity();
    String status = HealthJson.status(message);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic,
            null,
            message.timeMillis(),
            Utf8.bytes(entity),
            HealthJson.bytes(message, pipeline));
    Utf8.header(record, "ce_specversion", "1.0");
    Utf8.header(record, "ce_id", message.id(pipeline) + "/" + status);
    Utf8.header(record, "ce_type", "dev.kilter.health." + status);
    Utf8.header(record, "ce_source", "/kilter/" + pipeline);
    Utf8.header(record, "ce_subject", entity);
    Utf8.header(record, "ce_time", Instant.ofEpochMilli(message.timeMillis()));
    Utf8.header(record, "content-type", "application/json");
    return record;
  }
}
