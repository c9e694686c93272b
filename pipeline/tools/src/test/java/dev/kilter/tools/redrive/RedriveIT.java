package dev.kilter.tools.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.tools.embedded.EmbeddedBroker;
import dev.kilter.tools.embedded.SentRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Dead letters of a real broker go back to the topic they came from. */
class RedriveIT {
  private static final long LETTERS_FROM_MILLIS = 1_772_366_400_000L;
  private static EmbeddedBroker broker;

  @TempDir private Path folder;
  private String events;
  private String letters;
  private String further = "";

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
    events = "events-" + test.getTestMethod().orElseThrow().getName();
    letters = "letters-" + test.getTestMethod().orElseThrow().getName();
    broker.createTopic(events, 2, Map.of());
    broker.createTopic(letters, 1, Map.of("retention.ms", "-1"));
    send(new ProducerRecord<>(events, 0, null, bytes("pump-0"), bytes("first, whole")));
    letter("not-json", 0, 0, "first, cu", "kilter-cut-from-bytes", "12");
    letter("not-json", 1, 7, "second", "kilter-timestamp", "5000");
    letter("no-time", 1, 8, "third", "kilter-timestamp", "6000");
    letter("null-value", 1, 9, null, "kilter-timestamp", "7000");
    letter("not-json", 0, 999, "gone, c", "kilter-cut-from-bytes", "12");
  }

  @Test
  void everyLetterGoesBackAsItCameAndACutOneIsFetchedWhole() throws Exception {
    assertThat(redriving().call()).isZero();

    assertThat(redriven())
        .containsExactly(
            "0 pump-0 first, whole again events-0@0",
            "1 pump second @5000 again events-1@7",
            "1 pump third @6000 again events-1@8");
  }

  @Test
  void onlyTheReasonThatIsMeantGoesBack() throws Exception {
    assertThat(redriving("--reason", "no-time").call()).isZero();
    assertThat(redriven()).containsExactly("1 pump third @6000 again events-1@8");
  }

  @Test
  void onlyLettersOfTheTimeThatIsMeantGoBack() throws Exception {
    assertThat(redriving("--from", "2026-03-01T12:00:01Z", "--to", "2026-03-01T12:00:02Z").call())
        .isZero();
    assertThat(redriven()).containsExactly("1 pump second @5000 again events-1@7");
  }

  @Test
  void ofAnEventWrittenAgainItsRecordGoesBackOnceWithItsOwnTimestamp() throws Exception {
    send(new ProducerRecord<>(events, 1, 4000L, bytes("pump-1"), bytes("record")));
    letter("late", 1, 0, "reading 1", "kilter-timestamp", "1");
    letter("late", 1, 0, "reading 2", "kilter-timestamp", "2");
    assertThat(redriving("--reason", "late").call()).isZero();
    assertThat(redriven()).containsExactly("1 pump-1 record @4000 again events-1@0");
  }

  @Test
  void anEventWrittenAgainServesWhereItsRecordIsGoneAndItsFormIsReadable() throws Exception {
    letter("late", 1, 99, "event", "kilter-timestamp", "1");
    assertThat(redriving("--reason", "late").call()).isZero();
    assertThat(redriven()).containsExactly("1 pump event @1 again events-1@99");
  }

  @Test
  void anEventWrittenAgainIsKeptWhereItsRecordIsGoneAndThePipelineReadsAnotherForm()
      throws Exception {
    letter("late", 1, 99, "event", "kilter-timestamp", "1");
    further = "format: {type: csv, columns: [entity, time, temperature]}\n";
    assertThat(redriving("--reason", "late").call()).isZero();
    assertThat(redriven()).isEmpty();
  }

  @Test
  void whatIsNoLetterOrOfAnotherTopicOrPlaceStopsNothingAndStaysWhereItIs() throws Exception {
    letter("no-time", 1, 1, "huge", "kilter-partition", "99999999999");
    letter("no-time", 1, 1, "below", "kilter-partition", "-1");
    letter("no-time", 1, 1, "gone", "kilter-partition", "7");
    letter("no-time", 1, 1, "other", "kilter-topic", "no-such-topic");
    letter("no-time", 1, 1, "null", "kilter-offset", null);
    assertThat(redriving("--reason", "no-time").call()).isZero();
    assertThat(redriven()).containsExactly("1 pump third @6000 again events-1@8");
  }

  @Test
  void aDryRunSendsNothing() throws Exception {
    assertThat(redriving("--dry-run").call()).isZero();
    assertThat(redriven()).isEmpty();
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThatThrownBy(() -> redriving("--reason", "bad luck").call())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--reason is bad luck; it must be one of [null-value, empty,");
    assertThatThrownBy(
            () ->
                redriving("--from", "2026-03-02T00:00:00Z", "--to", "2026-03-01T00:00:00Z").call())
        .isInstanceOf(UserError.class)
        .hasMessage("--from 2026-03-02T00:00:00Z is not before --to 2026-03-01T00:00:00Z.");
  }

  /** The n-th letter is written n seconds after noon. */
  private void letter(String reason, int partition, long offset, String value, String... more)
      throws Exception {
    long at = LETTERS_FROM_MILLIS + 1_000L * written++;
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(letters, 0, at, bytes("pump"), value == null ? null : bytes(value));
    record.headers().add("kilter-topic", bytes(events));
    record.headers().add("kilter-partition", bytes(String.valueOf(partition)));
    record.headers().add("kilter-offset", bytes(String.valueOf(offset)));
    record.headers().add("kilter-reason", bytes(reason));
    record.headers().add(more[0], more[1] == null ? null : bytes(more[1]));
    send(record);
  }

  private int written;

  private static void send(ProducerRecord<byte[], byte[]> record) throws Exception {
    SentRecords.send(broker, record);
  }

  private Callable<Integer> redriving(String... options) throws Exception {
    Path file = folder.resolve("pipeline.yaml");
    Files.writeString(
        file,
        "name: test\nkafka: {bootstrap: \"%s\", events: %s, alerts: a, dead-letters: %s}\n"
                .formatted(broker.bootstrap(), events, letters)
            + "channels: {temperature: {}}\ndetectors: []\n"
            + further);
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.addAll(List.of(options));
    RedriveCommand command = new RedriveCommand();
    new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
    return command;
  }

  private List<String> redriven() {
    List<TopicPartition> partitions =
        List.of(new TopicPartition(events, 0), new TopicPartition(events, 1));
    List<String> lines = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> note(record, lines));
      }
    }
    lines.sort(null);
    return lines;
  }

  private void note(ConsumerRecord<byte[], byte[]> record, List<String> lines) {
    var header = record.headers().lastHeader("kilter-redriven");
    if (header != null) {
      String place = new String(header.value(), UTF_8).replace(events, "events");
      String time = record.timestamp() < 10_000 ? " @" + record.timestamp() : "";
      lines.add(
          record.partition()
              + " "
              + new String(record.key(), UTF_8)
              + " "
              + new String(record.value(), UTF_8)
              + time
              + " again "
              + place);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
