package dev.kilter.tools.tail;

import dev.kilter.UserError;
import dev.kilter.job.config.ChannelConfig;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.job.config.KafkaConfig;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.CleanExit;
import dev.kilter.tools.Screen;
import dev.kilter.tools.messages.AlertText;
import dev.kilter.tools.record.TopicBound;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code kilter tail}: the alerts of a pipeline in the terminal, as they come. */
@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Shows the alerts of a pipeline as they come, groups of them, and what stands in the way of"
            + " judging, a line each, until Ctrl-C. Reads in no consumer group, and commits nothing.")
public final class TailCommand implements Callable<Integer> {
  private static final Duration CLOSE_WITHIN = Duration.ofMillis(100);

  private final Output output;

  @Parameters(paramLabel = "PIPELINE.yaml", description = "The pipeline file.")
  private Path file;

  @Mixin private FilterOptions filter;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = StartConverter.class,
      description =
          "Begin with the first record of this Kafka timestamp or a later one, such as"
              + " 2026-03-01T00:00:00Z or 10m-ago, with the earliest there is, or behind the latest"
              + " (latest; with --until-end earliest).")
  private TopicBound from;

  @Option(names = "--until-end", description = "End with what is there when this is started.")
  private boolean untilEnd;

  @Option(
      names = "--json",
      description = "Print messages as the JSON they are, one on a line, for jq and the like.")
  private boolean json;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      defaultValue = "auto",
      converter = ColourChoice.Converter.class,
      description = "Whether lines have colour (${DEFAULT-VALUE}: on a terminal, unless NO_COLOR).")
  private ColourChoice colour;

  /** Shows messages on standard output. */
  public TailCommand() {
    this(Output.ofProcess());
  }

  TailCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    Wanted wanted = filter.wanted();
    PipelineConfig config = PipelineConfig.load(file);
    FollowedTopics topics = new FollowedTopics(config.kafka(), names(config));
    ShowMessages messages =
        new ShowMessages(
            topic -> MessageKind.of(topic, config.kafka()),
            wanted,
            json ? null : lines(config),
            output);
    noteUnknownDetectors(config);
    CleanExit exit = CleanExit.install();
    try (exit) {
      show(topics, messages, exit);
    } catch (AuthenticationException | AuthorizationException e) {
      throw new UserError(
          "The broker at " + config.kafka().bootstrap() + " refuses: " + e.getMessage(), e);
    }
    return ExitCode.OK;
  }

  private void show(FollowedTopics topics, ShowMessages messages, CleanExit exit) {
    try {
      Map<String, Integer> partitionCounts = topics.partitionCounts();
      Consumer<byte[], byte[]> consumer = topics.consumer();
      exit.closing(() -> consumer.close(CloseOptions.timeout(CLOSE_WITHIN)));
      Following following = following(partitionCounts, consumer);
      if (!untilEnd) {
        introduce(topics);
      }
      follow(following, watch(topics, exit), messages);
    } catch (InterruptException | InterruptedException e) {
      // Ctrl-C: there is something to say all the same.
    }
    if (!output.isClosed()) {
      // Where a terminal shows ^C.
      Screen.ofProcess().endProgress();
      output.note(messages.summary());
    }
  }

  private void follow(Following following, TopicWatch watch, ShowMessages messages)
      throws InterruptedException {
    while (!following.isDone() && !output.isClosed()) {
      following.poll(messages);
      following.include(watch.look());
    }
  }

  private List<String> names(PipelineConfig config) {
    KafkaConfig kafka = config.kafka();
    List<String> names = new ArrayList<>(List.of(kafka.alerts()));
    if (filter.withGroups(config)) {
      names.add(kafka.groups());
    }
    if (filter.withHealth(config)) {
      names.add(kafka.health());
    }
    return names;
  }

  private MessageLines lines(PipelineConfig config) {
    Screen screen = Screen.ofProcess();
    Map<String, String> units =
        config.events().channels().stream()
            .collect(Collectors.toMap(ChannelConfig::name, ChannelConfig::unit));
    int longest =
        config.detectors().stream()
            .map(DetectorConfig::id)
            .mapToInt(String::length)
            .max()
            .orElse(0);
    Look look = new Look(colour.on(screen), screen.columns());
    return new MessageLines(look, new AlertText(units), longest);
  }

  private Following following(
      Map<String, Integer> partitionCounts, Consumer<byte[], byte[]> consumer) {
    Map<TopicPartition, Long> ends =
        FollowedTopics.offsets(new TopicBound.Latest(), partitionCounts, consumer);
    TopicBound begin = from == null && untilEnd ? new TopicBound.Earliest() : from;
    Map<TopicPartition, Long> starts =
        begin == null ? ends : FollowedTopics.offsets(begin, partitionCounts, consumer);
    return new Following(consumer, starts, untilEnd ? ends : Map.of());
  }

  private TopicWatch watch(FollowedTopics topics, CleanExit exit) {
    Admin admin = topics.admin();
    exit.closing(() -> admin.close(Duration.ZERO));
    return new TopicWatch(
        topics.kafka().bootstrap(),
        () -> topics.partitions(admin),
        output::note,
        InstantSource.system());
  }

  private void noteUnknownDetectors(PipelineConfig config) {
    for (String detector : filter.unknownDetectors(config)) {
      output.note(
          "Note: the pipeline file has no detector "
              + detector
              + "; alerts of one are shown all the same.");
    }
  }

  private void introduce(FollowedTopics topics) {
    output.note(
        "Following %s on %s. Ctrl-C stops."
            .formatted(String.join(" and ", topics.names()), topics.kafka().bootstrap()));
  }
}
