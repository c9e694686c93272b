package dev.kilter.tools.pipeline;

import dev.kilter.tools.embedded.EmbeddedBroker;
import dev.kilter.tools.embedded.EmbeddedFlink;
import dev.kilter.tools.embedded.FlinkOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The pipeline of a release on a broker of its own, whose topics have one partition each. */
record ReleaseRun(Release release, EmbeddedBroker broker, PipelineTopics topics)
    implements AutoCloseable {
  private static final String PREFIX = "released";

  static ReleaseRun begin(Release release, Path folder) {
    EmbeddedBroker broker = EmbeddedBroker.start();
    Stream.concat(Release.TOLD.stream(), Stream.of("events", "control", "scores", "dead-letters"))
        .forEach(topic -> broker.createTopic(PREFIX + "-" + topic, 1, Map.of()));
    return new ReleaseRun(release, broker, new PipelineTopics(broker, PREFIX, folder));
  }

  /** Writes lines to a topic, each a record. */
  void write(String topic, List<String> lines) throws Exception {
    topics.write(
        lines.stream()
            .map(
                line ->
                    new ProducerRecord<byte[], byte[]>(
                        PREFIX + "-" + topic, line.getBytes(StandardCharsets.UTF_8)))
            .toList());
  }

  EmbeddedFlink start(int parallelism, String state, String restore) throws Exception {
    Path folder = topics.checkpoints();
    Path scratch = Files.createDirectories(folder.resolve("flink"));
    return EmbeddedFlink.start(
        release.config(broker.bootstrap(), folder, state),
        new FlinkOptions(parallelism, scratch, 0, restore));
  }

  /** All that is in a topic now. */
  List<String> all(String topic) {
    TopicPartition partition = new TopicPartition(PREFIX + "-" + topic, 0);
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      return topics.readTexts(topic, (int) end);
    }
  }

  @Override
  public void close() {
    broker.close();
  }
}
