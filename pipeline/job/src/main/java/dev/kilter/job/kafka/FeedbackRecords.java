package dev.kilter.job.kafka;

import dev.kilter.alert.FeedbackOutcome;
import dev.kilter.event.Feedback;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What people's verdicts have changed as Kafka records: JSON, keyed by incident, CloudEvents.
 *
 * @param pipeline the pipeline's name
 * @param topic where they go
 */
record FeedbackRecords(String pipeline, String topic)
    implements KafkaRecordSerializationSchema<FeedbackOutcome> {

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      FeedbackOutcome outcome, KafkaSinkContext context, Long timestamp) {
    Feedback feedback = outcome.feedback();
    String changed = outcome.effect().kind().label();
    return new CloudEventHeaders(
            String.join(
                "/",
                feedback.incident(),
                feedback.verdict().label(),
                String.valueOf(feedback.fromMillis()),
                changed),
            "dev.kilter.feedback." + changed,
            CloudEventHeaders.source(pipeline, feedback.detector()),
            feedback.entity(),
            feedback.fromMillis())
        .record(topic, feedback.incident(), "application/json", FeedbackJson.bytes(outcome));
  }
}
