package dev.kilter.tools.replay;

import dev.kilter.tools.CleanExit;
import dev.kilter.tools.Screen;
import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.simulate.Speed;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code kilter replay}: recorded events once more, into a topic or a pipeline. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Replays recorded events: into a Kafka topic, as far apart in time as they were, or through a"
          + " pipeline in this process, without Kafka, as fast as it goes."
    })
public final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private InputOptions input;

  @ArgGroup(multiplicity = "1")
  private Target target;

  @Option(
      names = "--speed",
      defaultValue = "1x",
      paramLabel = "SPEED",
      converter = Speed.Converter.class,
      description = "Recorded time per real time, such as 1x or 10x, or max (${DEFAULT-VALUE}).")
  private Speed speed;

  @Option(
      names = "--shift-to-now",
      description =
          "Move all times so that the first event is of now: Kafka timestamps, and the field time of "
              + "the payloads. Faster than 1x, times run ahead of the clock; brokers refuse those more than "
              + "an hour ahead (message.timestamp.after.max.ms).")
  private boolean shiftToNow;

  @Override
  public Integer call() throws Exception {
    CleanExit exit = CleanExit.install();
    try (exit) {
      if (target.topic != null) {
        toTopic(exit);
      } else {
        toFiles(exit);
      }
      return ExitCode.OK;
    }
  }

  private void toTopic(CleanExit exit) throws InterruptedException {
    try (EventReader events = input.files().open()) {
      InstantSource now = shiftToNow ? InstantSource.system() : null;
      PacedEvents paced = new PacedEvents(events, speed, now, System::nanoTime);
      new ReplayToTopic(target.topic.bootstrap, target.topic.name, Screen.ofProcess())
          .run(events, paced, exit);
    }
  }

  private void toFiles(CleanExit exit) throws Exception {
    PipelineOptions options = target.pipeline;
    if (options.parallelism < 1) {
      throw new ParameterException(spec.commandLine(), "--parallelism must be 1 or more.");
    }
    ReplayToFiles.Order order =
        new ReplayToFiles.Order(
            options.file, options.rowsAs, options.control, options.folder, options.parallelism);
    new ReplayToFiles(order, Screen.ofProcess()).run(input.files(), exit);
  }

  /** Where the events go: exactly one of these. */
  private static final class Target {
    @ArgGroup(exclusive = false)
    private TopicOptions topic;

    @ArgGroup(exclusive = false)
    private PipelineOptions pipeline;
  }

  /** A pipeline in this process. */
  private static final class PipelineOptions {
    @Option(
        names = "--pipeline",
        required = true,
        paramLabel = "PIPELINE.yaml",
        description = "Through this pipeline, its Kafka left out,")
    private Path file;

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FOLDER",
        description = {
          "with alerts.jsonl, scores.jsonl, rows.jsonl and dead-letters.jsonl into this folder,",
          "groups.jsonl where the pipeline asks for groups, and labels.jsonl where the mapping tells",
          "labels."
        })
    private Path folder;

    @Option(
        names = "--rows-as",
        paramLabel = "CHANNELS.json",
        description = {
          "Also write aligned-rows.jsonl: rows as a model with this period and these channels would",
          "see them, to train it on."
        })
    private Path rowsAs;

    @Option(
        names = "--control",
        paramLabel = "CONTROL.jsonl",
        description = {
          "What people said meanwhile: messages as in the control topic, a line each; what verdicts",
          "change goes to feedback.jsonl."
        })
    private Path control;

    @Option(
        names = "--parallelism",
        paramLabel = "N",
        description = "Tasks side by side (default: one for each processor).")
    private int parallelism = Runtime.getRuntime().availableProcessors();
  }

  /** A Kafka topic. */
  private static final class TopicOptions {
    @Option(names = "--to", required = true, paramLabel = "TOPIC", description = "Into this topic,")
    private String name;

    @Option(
        names = "--bootstrap",
        required = true,
        paramLabel = "HOST:PORT",
        description = "of this broker.")
    private String bootstrap;
  }
}
