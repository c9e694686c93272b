package dev.kilter.job.kafka;

import dev.kilter.job.operator.ScoreReport;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Scores as Kafka records: JSON, keyed by entity.
 *
 * @param topic where they go
 */
record ScoreRecords(String topic) implements KafkaRecordSerializationSchema<ScoreReport> {

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      ScoreReport report, KafkaSinkContext context, Long timestamp) {
    return new ProducerRecord<>(
        topic,
        null,
        report.timeMillis(),
        Utf8.bytes(report.subject().entity()),
        ScoreJson.bytes(report));
  }
}
