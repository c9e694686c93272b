package dev.kilter.tools.record;

import dev.kilter.UserError;
import dev.kilter.tools.CleanExit;
import dev.kilter.tools.Screen;
import dev.kilter.tools.demo.HumanNumbers;
import dev.kilter.tools.recording.RecordingHeader;
import dev.kilter.tools.recording.RecordingWriter;
import dev.kilter.tools.recording.UnfinishedRecording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code kilter record}: a Kafka topic into a file, to be replayed. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Records a Kafka topic into a file: keys, headers, times and payloads as they are, merged by "
            + "time across partitions. Goes on until --until, or until Ctrl-C.")
public final class RecordCommand implements Callable<Integer> {
  private static final String BOUND = "TIME|OFFSET";

  @Parameters(paramLabel = "TOPIC", description = "The topic.")
  private String topic;

  @Option(names = "--bootstrap", required = true, paramLabel = "HOST:PORT", description = "Broker.")
  private String bootstrap;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "The file; .gz and .zst are compressed.")
  private Path file;

  @Option(
      names = "--from",
      paramLabel = BOUND,
      defaultValue = "earliest",
      converter = TopicBound.Converter.class,
      description =
          "Begin with this Kafka timestamp, such as 2026-03-01T00:00:00Z, this offset, such as 1200 "
              + "or 0:1200,1:900 by partition, earliest or latest (${DEFAULT-VALUE}).")
  private TopicBound from;

  @Option(
      names = "--until",
      paramLabel = BOUND,
      converter = TopicBound.Converter.class,
      description = "End before this timestamp or offset; latest: with what is there now.")
  private TopicBound until;

  @Option(
      names = "--resume",
      description =
          "Go on where the file ends, whatever --from says; a half written end is mended first. "
              + "Without a file begin one.")
  private boolean resume;

  @Override
  public Integer call() throws InterruptedException {
    int partitions = TopicLookup.partitions(bootstrap, topic);
    Screen screen = Screen.ofProcess();
    CleanExit exit = CleanExit.install();
    try (exit) {
      Consumer<byte[], byte[]> consumer = exit.closing(consumer());
      TopicOffsets offsets = new TopicOffsets(consumer, topic, partitions);
      try (RecordingWriter writer = open(consumer, offsets)) {
        StopLine stop =
            new StopLine(Optional.ofNullable(until), offsets::of, InstantSource.system());
        record(new Recording(consumer, stop, writer), screen);
      }
      return ExitCode.OK;
    }
  }

  private void record(Recording recording, Screen screen) {
    RecordProgress progress = new RecordProgress(screen);
    TopicRecorder recorder =
        new TopicRecorder(recording.consumer(), recording.stop(), recording.writer(), progress);
    screen.line("Recording %s of %s into %s. Ctrl-C stops.".formatted(topic, bootstrap, file));
    try {
      boolean ended = recorder.run();
      screen.endProgress();
      screen.line(
          "%s: %s events recorded.%s"
              .formatted(
                  ended ? "Done" : "Stopped",
                  HumanNumbers.grouped(progress.count()),
                  ended ? "" : " To go on, say the same with --resume."));
    } finally {
      screen.endProgress();
    }
  }

  /** Opens the file, and sets the consumer to where it begins or goes on. */
  private RecordingWriter open(Consumer<byte[], byte[]> consumer, TopicOffsets offsets) {
    boolean exists = Files.exists(file);
    if (exists && !resume) {
      throw new UserError(
          "There is a file " + file + "; add --resume to go on with it, or name another.");
    }
    Optional<UnfinishedRecording> begun =
        exists ? UnfinishedRecording.mend(file, topic) : Optional.empty();
    if (begun.isPresent()) {
      TopicRecorder.assign(consumer, offsets.starts(begun.get()));
      return RecordingWriter.append(file);
    }
    Map<TopicPartition, Long> starts = offsets.starts(from);
    TopicRecorder.assign(consumer, starts);
    return RecordingWriter.create(file, header(starts));
  }

  private RecordingHeader header(Map<TopicPartition, Long> starts) {
    Map<Integer, Long> byNumber = new HashMap<>();
    starts.forEach((partition, offset) -> byNumber.put(partition.partition(), offset));
    return new RecordingHeader(
        from.timeOrNull(), until == null ? null : until.timeOrNull(), byNumber);
  }

  private Consumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "auto.offset.reset",
            "none",
            "enable.auto.commit",
            false,
            "isolation.level",
            "read_committed",
            "fetch.max.bytes",
            16 << 20,
            "max.poll.records",
            2_000),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** What a recording is made of. */
  private record Recording(
      Consumer<byte[], byte[]> consumer, StopLine stop, RecordingWriter writer) {}
}
