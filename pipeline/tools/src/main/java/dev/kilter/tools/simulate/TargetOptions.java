package dev.kilter.tools.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that decide where the events and the truth go. */
final class TargetOptions {
  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Write the events to this file, .jsonl or .jsonl.gz.")
  private Path file;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "Write the events to Kafka, to --topic of this broker.")
  private String bootstrap;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      description =
          "The Kafka topic. Kafka deletes by event time: unless --from lies within the retention of"
              + " the topic, create it with retention.ms=-1.")
  private String topic;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description =
          "Write the truth about the faults to this file. With --to the default is NAME.truth.jsonl"
              + " beside it; with --bootstrap there is none, and faults need it.")
  private Path truth;

  /**
   * @throws IllegalArgumentException if the options contradict each other or leave something out
   */
  void check(boolean hasFaults) {
    require((file == null) != (bootstrap == null), "Give either --to or --bootstrap.");
    require((bootstrap == null) == (topic == null), "--bootstrap and --topic go together.");
    require(
        file == null || file.toString().matches(".*\\.jsonl(\\.gz)?"),
        "--to must name a .jsonl or .jsonl.gz file, not " + file + ".");
    require(
        !hasFaults || truthFile().isPresent(),
        "Faults written to Kafka need --truth FILE to keep the truth about them, or --faults 0.");
  }

  /** Where the truth goes: absent only for a normal recording into Kafka. */
  Optional<Path> truthFile() {
    if (truth != null || file == null) {
      return Optional.ofNullable(truth);
    }
    String name = file.getFileName().toString().replaceFirst("\\.jsonl(\\.gz)?$", "");
    return Optional.of(file.resolveSibling(name + ".truth.jsonl"));
  }

  ReadingSink open() throws IOException, InterruptedException {
    return file == null ? KafkaReadings.open(bootstrap, topic) : new FileReadings(file);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
