package dev.kilter.job.kafka;

import dev.kilter.health.HealthMessage;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Health messages as Kafka records: JSON, keyed by entity, CloudEvents.
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
    CloudEventHeaders headers =
        new CloudEventHeaders(
            message.id(pipeline) + "/" + status,
            "dev.kilter.health." + status,
            CloudEventHeaders.source(pipeline),
            entity,
            message.timeMillis());
    return headers.record(topic, entity, "application/json", HealthJson.bytes(message, pipeline));
  }
}
