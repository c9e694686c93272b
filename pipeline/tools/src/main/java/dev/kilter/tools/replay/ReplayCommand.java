package dev.kilter.tools.replay;

import dev.kilter.tools.CleanExit;
import dev.kilter.tools.Screen;
import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.simulate.Speed;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code kilter replay}: recorded events once more, as far apart as they were. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Replays recorded events into a Kafka topic, as far apart in time as they were.")
public final class ReplayCommand implements Callable<Integer> {
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
  public Integer call() throws InterruptedException {
    CleanExit exit = CleanExit.install();
    try (exit;
        EventReader events = input.open()) {
      InstantSource now = shiftToNow ? InstantSource.system() : null;
      PacedEvents paced = new PacedEvents(events, speed, now, System::nanoTime);
      new ReplayToTopic(target.topic.bootstrap, target.topic.name, Screen.ofProcess())
          .run(events, paced, exit);
      return ExitCode.OK;
    }
  }

  /** Where the events go: exactly one of these. */
  private static final class Target {
    @ArgGroup(exclusive = false)
    private TopicOptions topic;
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
