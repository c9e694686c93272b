package dev.kilter.tools.pipeline;

import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.embedded.EmbeddedBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topics of one run of a test pipeline, each with one partition but the events topic with two.
 */
public record PipelineTopics(EmbeddedBroker broker, String prefix, Path checkpoints) {
  static final int LARGEST_BYTES = 16 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  public static PipelineTopics create(EmbeddedBroker broker, String prefix, Path checkpoints) {
    Map<String, String> large = Map.of("max.message.bytes", String.valueOf(LARGEST_BYTES));
    broker.createTopic(prefix + "-events", 2, large);
    for (String topic : List.of("-alerts", "-dead-letters", "-scores", "-groups")) {
      broker.createTopic(prefix + topic, 1, Map.of());
    }
    return new PipelineTopics(broker, prefix, checkpoints);
  }

  public PipelineConfig config() {
    return config("two-channels.yaml");
  }

  PipelineConfig config(String file) {
    return config(file, Map.of());
  }

  /** With more variables than those that say where broker and topics are. */
  PipelineConfig config(String file, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("KAFKA_BOOTSTRAP", broker.bootstrap());
    variables.put("PREFIX", prefix);
    variables.put("CHECKPOINT_DIR", checkpoints.toUri().toString());
    return PipelineConfig.load(Path.of("src/test/resources").resolve(file), variables);
  }

  /** Writes values to partitions of the events topic, without timestamps of long ago. */
  public void write(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers",
            broker.bootstrap(),
            "max.request.size",
            LARGEST_BYTES,
            "buffer.memory",
            4L * LARGEST_BYTES);
    try (var producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (ProducerRecord<byte[], byte[]> record : records) {
        producer.send(record).get();
      }
    }
  }

  ProducerRecord<byte[], byte[]> record(int partition, byte[] value) {
    return new ProducerRecord<>(prefix + "-events", partition, null, value);
  }

  public ProducerRecord<byte[], byte[]> event(int pump, int second, double temperature) {
    String json =
        "{\"entity\":\"pump-%d\",\"time\":%d,\"values\":{\"temperature\":%s,\"vibration\":0.5}}"
            .formatted(pump, second * 1_000L, temperature);
    return record(pump % 2, json.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a topic from its beginning until there are so many records; fails if they never come. */
  public List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers",
            broker.bootstrap(),
            "auto.offset.reset",
            "earliest",
            "max.partition.fetch.bytes",
            LARGEST_BYTES);
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(prefix + "-" + topic, 0)));
      long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
      while (found.size() < count && System.nanoTime() < deadlineNanos) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
    }
    if (found.size() < count) {
      throw new AssertionError(topic + " holds " + found.size() + " records, not " + count);
    }
    return found;
  }

  /** The records as text. */
  public List<String> readTexts(String topic, int count) {
    return read(topic, count).stream()
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .toList();
  }
}
