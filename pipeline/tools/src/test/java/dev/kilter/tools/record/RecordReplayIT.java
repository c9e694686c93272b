package dev.kilter.tools.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.tools.embedded.EmbeddedBroker;
import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.recording.RecordedEvent;
import dev.kilter.tools.recording.RecordingWriter;
import dev.kilter.tools.recording.Recordings;
import dev.kilter.tools.replay.ReplayCommand;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RecordReplayIT {
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
    assertThat(replaying(file, copy).call()).isZero();
    Path copied = folder.resolve("copy." + ending);
    assertThat(record(copy, copied, "--until", "latest")).isZero();

    assertThat(NumberedEvents.contents(file)).isEqualTo(NumberedEvents.written(0, 2 * HALF));
    assertThat(NumberedEvents.contents(copied)).isEqualTo(NumberedEvents.written(0, 2 * HALF));
    assertThat(NumberedEvents.times(file)).isSorted();
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

    assertThat(NumberedEvents.contents(byTime)).isEqualTo(NumberedEvents.written(30, 60));
    assertThat(NumberedEvents.contents(byOffset)).isEqualTo(NumberedEvents.written(30, 60));
    assertThat(Files.readAllLines(byTime))
        .first()
        .isEqualTo(
            "{\"kilterRecording\":1,\"from\":\"1970-01-01T00:00:00.030Z\","
                + "\"to\":\"1970-01-01T00:00:00.060Z\",\"starts\":{\"0\":10,\"1\":10,\"2\":10}}");
  }

  @Test
  void whatCannotBeRecordedAsAskedIsRefused() throws Exception {
    topic("short");
    write("short", 0, 30);
    Path file = folder.resolve("a.jsonl");

    assertRefused(recording("short", file, "--from", "11"), "has offsets 0 to 10, not 11;");
    assertRefused(
        recording("short", file, "--from", "7:0"), "Topic short has partitions 0 to 2, not 7.");
    assertRefused(recording("none", file), "There is no topic none at ");
    assertThat(file).doesNotExist();
    record("short", file, "--until", "latest");
    assertRefused(recording("short", file), "add --resume to go on with it, or name another.");
    RecordedEvent ahead = new RecordedEvent("short", 1, 50, 0, null, List.of(), null);
    try (RecordingWriter writer = RecordingWriter.append(file)) {
      writer.write(ahead);
    }
    assertRefused(
        recording("short", file, "--resume"),
        "The recording goes on at offset 51 of partition 1, but topic short has 0 to 10 there;");
  }

  @Test
  void whatComesBeforeABadLineIsReplayed() throws Exception {
    topic("whole");
    topic("half");
    write("whole", 0, 30);
    Path file = folder.resolve("whole.jsonl");
    Path copy = folder.resolve("half.jsonl");
    record("whole", file, "--until", "latest");
    Files.writeString(file, "{\"topic\": 1}\n", StandardOpenOption.APPEND);

    assertRefused(replaying(file, "half"), ":32:11: topic is 1; it must be a text. The 30 events");
    record("half", copy, "--until", "latest");
    assertThat(NumberedEvents.contents(copy)).isEqualTo(NumberedEvents.written(0, 30));
  }

  private static void assertRefused(Callable<Integer> command, String sentence) {
    assertThatThrownBy(command::call).isInstanceOf(UserError.class).hasMessageContaining(sentence);
  }

  private static void topic(String name) {
    broker.createTopic(name, NumberedEvents.PARTITIONS, Map.of("retention.ms", "-1"));
  }

  private static void write(String topic, int from, int to) {
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
    try (var producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int number = from; number < to; number++) {
        var unused = producer.send(NumberedEvents.event(topic, number));
      }
    }
  }

  private static int record(String topic, Path file, String... more) throws Exception {
    return recording(topic, file, more).call();
  }

  private static RecordCommand recording(String topic, Path file, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(topic, "--bootstrap", broker.bootstrap(), "--to", file.toString()));
    arguments.addAll(List.of(more));
    return CommandLine.populateCommand(new RecordCommand(), arguments.toArray(String[]::new));
  }

  private static ReplayCommand replaying(Path file, String topic) {
    String arguments = file + " --speed max --to " + topic + " --bootstrap " + broker.bootstrap();
    return CommandLine.populateCommand(new ReplayCommand(), arguments.split(" "));
  }

  /** Records without an end, and stops it as Ctrl-C does once all that is there is in the file. */
  private static void recordUntilStopped(String topic, Path file, int events) throws Exception {
    FutureTask<Integer> ended = new FutureTask<>(recording(topic, file));
    Thread recorder = new Thread(ended);
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
