package dev.kilter.tools.redrive;

import dev.kilter.UserError;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.job.config.KafkaConfig;
import dev.kilter.job.config.LatePolicy;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.CleanExit;
import dev.kilter.tools.Screen;
import dev.kilter.tools.demo.HumanNumbers;
import dev.kilter.tools.record.TopicLookup;
import dev.kilter.tools.simulate.InstantConverter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends dead letters back to their topic. */
@Command(
    name = "redrive",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Send dead letters back to the topic they came from, once what was wrong is mended. Each is"
            + " sent as often as the command is given: choose with --from what came since.")
public final class RedriveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PIPELINE", description = "The pipeline file.")
  private Path pipeline;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Only letters with this reason, such as not-json; may be given again.")
  private Set<String> reasons = new LinkedHashSet<>();

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Only letters written at or after this time, such as 2026-03-01T00:00:00Z.")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Only letters written before this time.")
  private Instant to;

  @Option(names = "--dry-run", description = "Count, and send nothing.")
  private boolean dryRun;

  @Override
  public Integer call() throws InterruptedException {
    checkReasons();
    PipelineConfig config = PipelineConfig.load(pipeline);
    KafkaConfig kafka = config.kafka();
    Screen screen = Screen.ofProcess();
    warnOfLate(config, screen);
    CleanExit exit = CleanExit.install();
    try (exit) {
      for (String topic : topics(kafka)) {
        redrive(config, topic, screen, exit);
      }
    }
    return ExitCode.OK;
  }

  private void redrive(PipelineConfig config, String topic, Screen screen, CleanExit exit)
      throws InterruptedException {
    KafkaConfig kafka = config.kafka();
    List<TopicPartition> partitions =
        IntStream.range(0, partitions(kafka, topic))
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .toList();
    int sourcePartitions = partitions(kafka, kafka.events());
    Redrive redrive =
        new Redrive(
            exit.closing(consumer(kafka)),
            new SourceRecords(exit.closing(consumer(kafka)), sourcePartitions),
            dryRun ? null : exit.closing(producer(kafka)),
            new LetterChoice(kafka.events(), reasons, from, to),
            config.events().isStandard());
    RedriveTally tally =
        redrive.run(
            partitions, sent -> screen.progress(HumanNumbers.grouped(sent) + " letters sent back"));
    screen.endProgress();
    screen.line("Dead letters in " + topic + ":");
    tally.lines(dryRun).forEach(screen::line);
  }

  private static int partitions(KafkaConfig kafka, String topic) throws InterruptedException {
    return TopicLookup.partitions(kafka.bootstrap(), kafka.properties(), topic);
  }

  private void checkReasons() {
    Set<String> known =
        Arrays.stream(DeadLetterReason.values())
            .map(DeadLetterReason::label)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String reason : reasons) {
      if (!known.contains(reason)) {
        throw new UserError("--reason is " + reason + "; it must be one of " + known + ".");
      }
    }
    if (from != null && to != null && !from.isBefore(to)) {
      throw new UserError("--from " + from + " is not before --to " + to + ".");
    }
  }

  /** What is sent back comes late: the pipeline must be willing to judge it. */
  private static void warnOfLate(PipelineConfig config, Screen screen) {
    if (config.time().late() != LatePolicy.JUDGE) {
      screen.line(
          "Note: what the entities have been judged beyond by now comes too late and will be a dead"
              + " letter again, as time.late is "
              + config.time().late().label()
              + "; with judge it is judged apart.");
    }
  }

  private static List<String> topics(KafkaConfig kafka) {
    return kafka.late() == null
        ? List.of(kafka.deadLetters())
        : List.of(kafka.deadLetters(), kafka.late());
  }

  private static KafkaConsumer<byte[], byte[]> consumer(KafkaConfig kafka) {
    Map<String, Object> properties = new HashMap<>(kafka.properties());
    properties.put("bootstrap.servers", kafka.bootstrap());
    properties.put("enable.auto.commit", false);
    properties.put("auto.offset.reset", "earliest");
    properties.put("isolation.level", "read_committed");
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static Producer<byte[], byte[]> producer(KafkaConfig kafka) {
    Map<String, Object> properties = new HashMap<>(kafka.properties());
    properties.put("bootstrap.servers", kafka.bootstrap());
    properties.put("acks", "all");
    properties.put("enable.idempotence", true);
    properties.put("max.request.size", 64 << 20);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
