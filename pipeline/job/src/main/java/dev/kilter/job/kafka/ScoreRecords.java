package dev.kilter.job.kafka;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.job.operator.ScoreReport;
import java.time.Instant;
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
        Utf8.bytes(report.entity()),
        JsonLine.bytes(json(report)));
  }

  private static ObjectNode json(ScoreReport report) {
    ObjectNode json = JsonLine.object();
    json.put("detector", report.detector());
    json.put("entity", report.entity());
    json.put("time", Instant.ofEpochMilli(report.timeMillis()).toString());
    if (report.notJudged() != null) {
      return json.put("notJudged", report.notJudged());
    }
    json.set("score", RoundedNumbers.json(report.average()));
    json.set("raw", RoundedNumbers.json(report.raw()));
    json.set("threshold", RoundedNumbers.json(report.threshold()));
    return json;
  }
}
