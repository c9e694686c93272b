package dev.kilter.tools.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerIT {

  private static final long LONG_AGO_MILLIS = 1_000L;

  @Test
  void keepsARecordOfLongAgoAndLeavesNothingBehind() throws Exception {
    Set<Path> before = dataFolders();

    EmbeddedBroker broker = EmbeddedBroker.start();
    try (broker) {
      broker.createTopic("letters", 2, Map.of("cleanup.policy", "delete"));
      write(broker, "hello");

      assertThat(read(broker)).isEqualTo("hello");
      assertThat(dataFolders()).hasSize(before.size() + 1);
    }
    broker.close();

    assertThat(dataFolders()).isEqualTo(before);
  }

  private static void write(EmbeddedBroker broker, String value) throws Exception {
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
    try (var producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("letters", 1, LONG_AGO_MILLIS, "key", value)).get();
    }
  }

  private static String read(EmbeddedBroker broker) {
    Map<String, Object> client =
        Map.of("bootstrap.servers", broker.bootstrap(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition("letters", 1)));
      for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofSeconds(30))) {
        return found.value();
      }
    }
    throw new AssertionError("no record within 30 s");
  }

  private static Set<Path> dataFolders() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith("kilter-kafka-"))
          .collect(Collectors.toSet());
    }
  }
}
