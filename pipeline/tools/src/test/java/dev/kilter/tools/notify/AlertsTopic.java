package dev.kilter.tools.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilter.tools.embedded.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine;

/** An alerts topic with one partition, the dead letters beside it, and runs that tell of it. */
final class AlertsTopic {
  private static final String GROUP = "the-group-of-the-test";

  private final EmbeddedBroker broker;
  private final String name;
  private final Path pipeline;

  private AlertsTopic(EmbeddedBroker broker, String name, Path pipeline) {
    this.broker = broker;
    this.name = name;
    this.pipeline = pipeline;
  }

  /** Creates the topics and a pipeline file that names them. */
  static AlertsTopic create(EmbeddedBroker broker, String name, Path folder) throws IOException {
    Map<String, String> kept = Map.of("retention.ms", "-1");
    broker.createTopic(name, 1, kept);
    broker.createTopic(name + "-letters", 1, kept);
    String file =
        "name: test\nkafka: {bootstrap: \"%s\", events: e, alerts: %s, dead-letters: %s-letters}\n"
                .formatted(broker.bootstrap(), name, name)
            + "channels: {vibration: {}}\ndetectors: []\n";
    return new AlertsTopic(broker, name, Files.writeString(folder.resolve(name + ".yaml"), file));
  }

  /** Writes the alert of an incident. */
  void write(String incident, int revision, String status, String severity) throws Exception {
    write(List.of(Notices.json(incident, revision, status, severity)));
  }

  /** Writes values, in order. */
  void write(List<String> values) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap(), "enable.idempotence", true),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (String value : values) {
        var unused = producer.send(new ProducerRecord<>(name, value.getBytes(UTF_8)));
      }
    }
  }

  /** A run of the command, always of the same group. */
  Callable<Integer> notifying(String... options) {
    List<String> arguments = new ArrayList<>(List.of(pipeline.toString(), "--group", GROUP));
    arguments.addAll(List.of(options));
    NotifyCommand command = new NotifyCommand();
    new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
    return command;
  }

  /** Where the next run goes on, or -1. */
  long committed() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      var offset =
          admin
              .listConsumerGroupOffsets(GROUP)
              .partitionsToOffsetAndMetadata()
              .get()
              .get(new TopicPartition(name, 0));
      return offset == null ? -1 : offset.offset();
    }
  }

  /** The dead letters: reason and place. */
  List<String> letters() {
    TopicPartition partition = new TopicPartition(name + "-letters", 0);
    List<String> letters = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> letters.add(line(record)));
      }
    }
    return letters;
  }

  private static String line(ConsumerRecord<byte[], byte[]> letter) {
    return "%s (%s) %s@%s"
        .formatted(
            header(letter, "kilter-reason"),
            header(letter, "kilter-detail"),
            header(letter, "kilter-topic"),
            header(letter, "kilter-offset"));
  }

  private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }
}
