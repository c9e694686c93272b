package dev.kilter.tools.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.UserError;
import dev.kilter.tools.embedded.EmbeddedBroker;
import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.recording.RecordedEvent;
import dev.kilter.tools.recording.Recordings;
import dev.kilter.tools.replay.ReplayCommand;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RecordReplayIT {
  private static final int PARTITIONS = 3;
  private static final int HALF = 4_000;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static EmbeddedBroker broker;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "jsonl.gz", "jsonl.zst"})
  void whatWasRecordedInTwoGoesAndReplayedIsWhatWasThere(String ending) throws Exception {
    String source = "source-" + ending;
    String copy = "copy-" + ending;
    topic(source);
    topic(copy);
    Path file = folder.resolve("source." + ending);
    write(source, 0, HALF);
    recordUntilStopped(source, file, HALF);
    cutOff(file, 150);
    write(source, HALF, 2 * HALF);

    assertThat(record(source, file, "--resume", "--until", "latest")).isZero();
    assertThat(replay(file, copy)).isZero();
    Path copied = folder.resolve("copy." + ending);
    assertThat(record(copy, copied, "--until", "latest")).isZero();

    assertThat(contents(file)).isEqualTo(written(0, 2 * HALF));
    assertThat(contents(copied)).isEqualTo(written(0, 2 * HALF));
    assertThat(times(file)).isSorted();
  }

  @Test
  void fromAndUntilTakeTimesAndOffsets() throws Exception {
    topic("bounds");
    write("bounds", 0, 300);
    Path byTime = folder.resolve("time.jsonl");
    Path byOffset = folder.resolve("offset.jsonl");

    record(
        "bounds",
        byTime,
        "--from",
        "1970-01-01T00:00:00.030Z",
        "--until",
        "1970-01-01T00:00:00.060Z");
    record("bounds", byOffset, "--from", "10", "--until", "0:20,1:20,2:20");

    assertThat(contents(byTime)).isEqualTo(written(30, 60));
    assertThat(contents(byOffset)).isEqualTo(written(30, 60));
    assertThat(Files.readAllLines(byTime))
        .first()
        .isEqualTo(
            "{\"kilterRecording\":1,\"from\":\"1970-01-01T00:00:00.030Z\","
                + "\"to\":\"1970-01-01T00:00:00.060Z\",\"starts\":{\"0\":10,\"1\":10,\"2\":10}}");
  }

  private static void topic(String name) {
    broker.createTopic(name, PARTITIONS, Map.of("retention.ms", "-1"));
  }

  private static void write(String topic, int from, int to) {
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
    try (var producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int number = from; number < to; number++) {
        var unused = producer.send(event(topic, number));
      }
    }
  }

  /** Every third without a key, every fifth without a value, with headers now and then. */
  private static ProducerRecord<byte[], byte[]> event(String topic, int number) {
    byte[] key = number % 3 == 0 ? null : new byte[] {(byte) number, 'k'};
    byte[] value =
        number % 5 == 0 ? null : ("{\"n\": " + number + "}").getBytes(StandardCharsets.UTF_8);
    List<Header> headers =
        number % 7 == 0
            ? List.of(
                new RecordHeader("h", new byte[] {(byte) number}), new RecordHeader("h", null))
            : List.of();
    return new ProducerRecord<>(topic, number % PARTITIONS, (long) number, key, value, headers);
  }

  private static Map<Integer, List<String>> written(int from, int to) {
    Map<Integer, List<String>> written = new TreeMap<>();
    for (int number = from; number < to; number++) {
      ProducerRecord<byte[], byte[]> event = event("t", number);
      List<String> headers = new ArrayList<>();
      event.headers().forEach(header -> headers.add(header.key() + hex(header.value())));
      written
          .computeIfAbsent(event.partition(), any -> new ArrayList<>())
          .add(number + " " + hex(event.key()) + " " + hex(event.value()) + " " + headers);
    }
    return written;
  }

  private static Map<Integer, List<String>> contents(Path file) {
    Map<Integer, List<String>> contents = new TreeMap<>();
    for (RecordedEvent event : events(file)) {
      List<String> headers = event.headers().stream().map(h -> h.name() + hex(h.value())).toList();
      contents
          .computeIfAbsent(event.partition(), any -> new ArrayList<>())
          .add(
              event.timestampMillis()
                  + (" " + hex(event.key()) + " " + hex(event.value()) + " " + headers));
    }
    return contents;
  }

  private static List<Long> times(Path file) {
    return events(file).stream().map(RecordedEvent::timestampMillis).toList();
  }

  private static List<RecordedEvent> events(Path file) {
    List<RecordedEvent> events = new ArrayList<>();
    try (EventReader reader = Recordings.open(file, Duration.ofDays(1))) {
      reader.forEachRemaining(events::add);
    }
    return events;
  }

  private static String hex(byte[] bytes) {
    return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
  }

  private static int record(String topic, Path file, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(topic, "--bootstrap", broker.bootstrap(), "--to", file.toString()));
    arguments.addAll(List.of(more));
    return new CommandLine(new RecordCommand()).execute(arguments.toArray(String[]::new));
  }

  private static int replay(Path file, String topic) {
    return new CommandLine(new ReplayCommand())
        .execute(
            file.toString(), "--to", topic, "--bootstrap", broker.bootstrap(), "--speed", "max");
  }

  /** Records without an end, and stops it as Ctrl-C does once all that is there is in the file. */
  private static void recordUntilStopped(String topic, Path file, int events) throws Exception {
    CompletableFuture<Integer> ended = new CompletableFuture<>();
    Thread recorder = new Thread(() -> ended.complete(record(topic, file)));
    recorder.start();
    await(() -> readable(file) == events);
    recorder.interrupt();

    assertThat(ended.get(PATIENCE_NANOS, TimeUnit.NANOSECONDS)).isZero();
  }

  /** How many events can be read from a file that is being written. */
  private static int readable(Path file) {
    int count = 0;
    try (EventReader reader = Recordings.open(file, Duration.ofDays(1))) {
      while (reader.hasNext()) {
        reader.next();
        count++;
      }
    } catch (UserError e) {
      return count;
    }
    return count;
  }

  private static void await(BooleanSupplier condition) {
    long begin = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - begin).isLessThan(PATIENCE_NANOS);
      Thread.onSpinWait();
    }
  }

  private static void cutOff(Path file, int bytes) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.setLength(access.length() - bytes);
    }
  }
}
