package dev.kilter.tools.control;

import dev.kilter.UserError;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.job.config.KafkaConfig;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.control.ControlMessage;
import dev.kilter.job.control.ControlReader;
import dev.kilter.job.decode.Rejection;
import dev.kilter.job.kafka.ControlJson;
import dev.kilter.tools.record.TopicLookup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The control topic of a pipeline, to write to. */
final class ControlTopic {
  private final PipelineConfig pipeline;
  private final String topic;

  private ControlTopic(PipelineConfig pipeline) {
    this.pipeline = pipeline;
    this.topic = pipeline.kafka().control();
  }

  /**
   * The topic that a pipeline file names.
   *
   * @throws UserError if it names none
   */
  static ControlTopic of(PipelineConfig pipeline, Path file) {
    if (pipeline.kafka().control() == null) {
      throw new UserError(
          file
              + ": kafka.control is missing; add the topic of control messages, as in"
              + " kafka: {control: kilter-control}, and create it.");
    }
    return new ControlTopic(pipeline);
  }

  /**
   * Writes a message; returns once it is there.
   *
   * @param key what messages about the same thing have in common, so that they stay in order
   * @param nowMillis the record's Kafka timestamp
   * @throws UserError if the pipeline would refuse it, or it cannot be written
   */
  void send(String key, ControlMessage message, long nowMillis) throws InterruptedException {
    byte[] value = ControlJson.bytes(message);
    check(value, nowMillis);
    KafkaConfig kafka = pipeline.kafka();
    TopicLookup.partitions(kafka.bootstrap(), kafka.properties(), topic);
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    try (Producer<byte[], byte[]> producer = producer(kafka)) {
      producer.send(new ProducerRecord<>(topic, null, nowMillis, keyBytes, value)).get();
    } catch (ExecutionException e) {
      throw new UserError(
          "The message could not be written to " + topic + ": " + e.getCause().getMessage() + ".",
          e);
    }
  }

  private void check(byte[] value, long nowMillis) {
    try {
      new ControlReader(pipeline.detectors().stream().map(DetectorConfig::id).toList())
          .read(value, nowMillis);
    } catch (Rejection e) {
      throw new UserError("The pipeline would refuse this: " + e.getMessage() + ".", e);
    }
  }

  private static Producer<byte[], byte[]> producer(KafkaConfig kafka) {
    Map<String, Object> properties = new HashMap<>(kafka.properties());
    properties.put("bootstrap.servers", kafka.bootstrap());
    properties.put("acks", "all");
    properties.put("enable.idempotence", true);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
