package dev.kilter.tools.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.UserError;
import dev.kilter.tools.ToolRun;
import dev.kilter.tools.embedded.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * The topics of one test on a real broker, the commands that write to them, and what is there then.
 */
abstract class ControlTopics {
  static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-12-01T12:00:00.000500Z"));
  private static EmbeddedBroker broker;

  @TempDir Path folder;
  Path pipeline;
  String control;
  String alerts;
  String feedback;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void makeTopics(TestInfo test) throws Exception {
    String name = test.getTestMethod().orElseThrow().getName();
    control = "control-" + name;
    alerts = "alerts-" + name;
    broker.createTopic(control, 1, Map.of());
    broker.createTopic(alerts, 2, Map.of());
    feedback = "feedback-" + name;
    broker.createTopic(feedback, 2, Map.of());
    pipeline = pipeline("control: " + control + ", feedback: " + feedback + ", ");
  }

  static String outcome(
      String incident, String entity, String verdict, String since, String until) {
    return ("{\"incident\": \"%s\", \"entity\": \"%s\", \"verdict\": \"%s\","
            + " \"since\": \"2026-12-01T%sZ\", \"until\": \"2026-12-01T%sZ\"}")
        .formatted(incident, entity, verdict, since, until);
  }

  static String alertOf(String incident, String entity, String time) {
    return ("{\"incident\": \"%s\", \"detector\": \"pumps\", \"entity\": \"%s\","
            + " \"opened\": \"2026-12-01T11:00:00Z\", \"time\": \"%s\"}")
        .formatted(incident, entity, time);
  }

  ToolRun silence(String... options) {
    return run(new SilenceCommand(NOON), options);
  }

  ToolRun feedback(String... options) {
    return run(new FeedbackCommand(NOON), options);
  }

  ToolRun run(Object command, String... options) {
    List<Object> arguments = new ArrayList<>(List.of(pipeline));
    arguments.addAll(List.of(options));
    return ToolRun.of(command, arguments.toArray());
  }

  static String refusal(ToolRun run) {
    assertThat(run.failure()).isInstanceOf(UserError.class);
    return run.failure().getMessage();
  }

  Path pipeline(String more) throws Exception {
    String text =
        "name: test\nkafka: {%sbootstrap: \"%s\", events: e, alerts: %s, dead-letters: d}\n"
                .formatted(more, broker.bootstrap(), alerts)
            + "channels: {temperature: {}}\ndetectors: [{id: pumps, model: flat/1}]\n";
    return Files.writeString(folder.resolve("pipeline.yaml"), text);
  }

  void alert(String key, String value) throws Exception {
    write(alerts, key, value);
  }

  static void write(String topic, String key, String value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value.getBytes(UTF_8))).get();
    }
  }

  /** Everything in the control topic, each as {@code KEY VALUE}. */
  List<String> written() {
    TopicPartition partition = new TopicPartition(control, 0);
    List<String> lines = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                record ->
                    lines.add(
                        new String(record.key(), UTF_8) + " " + new String(record.value(), UTF_8)));
      }
    }
    return lines;
  }
}
