package dev.kilter.tools.notify;

import dev.kilter.job.config.KafkaConfig;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.kafka.DeadLetterRecords;
import dev.kilter.job.kafka.KafkaCheck;
import dev.kilter.tools.CleanExit;
import dev.kilter.tools.Screen;
import dev.kilter.tools.record.TopicBound;
import dev.kilter.tools.record.TopicLookup;
import dev.kilter.tools.record.TopicOffsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code kilter notify}: alerts to an Alertmanager or a webhook. */
@Command(
    name = "notify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Tells alerts to an Alertmanager or a webhook, until Ctrl-C. Each is told at least once,"
            + " those of one incident in order; the next run goes on where this one ended.")
public final class NotifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PIPELINE.yaml", description = "The pipeline file.")
  private Path file;

  @Mixin private DestinationOptions destination;
  @Mixin private ChoiceOptions choice;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Another topic than that of the alerts, such as the one of their groups.")
  private String otherTopic;

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description =
          "The consumer group, under which Kafka keeps what was told (default:"
              + " kilter-notify-PIPELINE-HOST:PORT). Runs of one group share the alerts.")
  private String otherGroup;

  @Option(
      names = "--from",
      paramLabel = "TIME|OFFSET",
      defaultValue = "latest",
      converter = TopicBound.Converter.class,
      description =
          "Where a group begins that has told nothing yet: latest, earliest, a Kafka timestamp such"
              + " as 2026-03-01T00:00:00Z, or an offset (${DEFAULT-VALUE}).")
  private TopicBound from;

  @Option(names = "--once", description = "End when all that is in the topic now was told.")
  private boolean once;

  @Override
  public Integer call() throws InterruptedException {
    destination.check();
    PipelineConfig config = PipelineConfig.load(file);
    NotifyPlan plan = plan(config);
    KafkaConfig kafka = config.kafka();
    String topic = otherTopic == null ? kafka.alerts() : otherTopic;
    NotifyClients clients = new NotifyClients(kafka, group(config));
    Set<TopicPartition> partitions = partitions(kafka, topic);
    CleanExit exit = CleanExit.install();
    try (exit) {
      Screen screen = Screen.ofProcess();
      DeadAlerts letters = letters(kafka, clients, exit);
      KafkaConsumer<byte[], byte[]> consumer = exit.closing(clients.consumer());
      TopicOffsets offsets = new TopicOffsets(consumer, topic, partitions.size());
      GroupStart.ensure(consumer, partitions, () -> offsets.starts(from));
      introduce(clients, topic, screen);
      Notifier notifier = plan.notifier(consumer, clients::history, letters, screen);
      boolean ended =
          notifier.run(topic, once ? offsets.starts(new TopicBound.Latest()) : Map.of());
      exit.forgetInterrupt();
      screen.endProgress();
      screen.line((ended ? "Done: " : "Stopped: ") + notifier.stop());
    }
    return ExitCode.OK;
  }

  private NotifyPlan plan(PipelineConfig config) {
    return new NotifyPlan(
        choice.filter(config, file),
        destination.destination(config.name()),
        destination.rule(),
        destination.target().shown());
  }

  private String group(PipelineConfig config) {
    return otherGroup == null
        ? "kilter-notify-" + config.name() + "-" + destination.target().place()
        : otherGroup;
  }

  private static Set<TopicPartition> partitions(KafkaConfig kafka, String topic)
      throws InterruptedException {
    int partitions = TopicLookup.partitions(kafka.bootstrap(), kafka.properties(), topic);
    return IntStream.range(0, partitions)
        .mapToObj(partition -> new TopicPartition(topic, partition))
        .collect(Collectors.toSet());
  }

  private static DeadAlerts letters(KafkaConfig kafka, NotifyClients clients, CleanExit exit)
      throws InterruptedException {
    var unused = TopicLookup.partitions(kafka.bootstrap(), kafka.properties(), kafka.deadLetters());
    int largestBytes = new KafkaCheck(kafka).largestDeadLetterBytes();
    return new DeadAlerts(
        new DeadLetterRecords(kafka.deadLetters(), largestBytes), exit.closing(clients.producer()));
  }

  private void introduce(NotifyClients clients, String topic, Screen screen)
      throws InterruptedException {
    try (Admin admin = clients.admin()) {
      int members = GroupStart.members(admin, clients.group());
      if (members > 0) {
        screen.line(
            "Note: as group %s others run, too (%d): each alert goes to one of them. For another"
                    .formatted(clients.group(), members)
                + " receiver give another --group.");
      }
    }
    screen.line(
        "Alerts of %s at %s go to %s, as group %s. Ctrl-C stops."
            .formatted(
                topic, clients.kafka().bootstrap(), destination.target().shown(), clients.group()));
  }
}
