package dev.kilter.tools.control;

import dev.kilter.Digest;
import dev.kilter.UserError;
import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.event.EntityPattern;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.control.ControlMessage;
import dev.kilter.tools.simulate.InstantConverter;
import dev.kilter.tools.simulate.LengthConverter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells a running pipeline to be silent about some entities for a while, or that this is over. */
@Command(
    name = "silence",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Silence alerts of some entities for a while, or end such a silence.")
public final class SilenceCommand implements Callable<Integer> {
  private static final int ID_LENGTH = 8;

  private final InstantSource clock;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PIPELINE", description = "The pipeline file.")
  private Path file;

  @ArgGroup(multiplicity = "1")
  private What what;

  /** A new silence, or the end of one. */
  private static final class What {
    @ArgGroup(exclusive = false)
    private Begin begin;

    @Option(names = "--end", paramLabel = "ID", description = "End this silence now.")
    private String end;
  }

  /** What a silence needs to be known of it. */
  private static final class Begin {
    @Option(
        names = "--entities",
        required = true,
        paramLabel = "PATTERN",
        description = "Of which entities: * stands for any characters, ? for one.")
    private String entities;

    @Option(
        names = "--for",
        required = true,
        paramLabel = "LENGTH",
        converter = LengthConverter.class,
        description = "How long it lasts, such as 2h.")
    private Duration length;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason;

    @Option(
        names = "--from",
        paramLabel = "INSTANT",
        converter = InstantConverter.class,
        description =
            "When it begins, in event time, such as 2026-03-01T00:00:00Z; now if left out.")
    private Instant from;

    @Option(
        names = "--detector",
        paramLabel = "ID",
        description = "Only under this detector; may be given again.")
    private List<String> detectors = List.of();

    @Option(
        names = "--by",
        paramLabel = "NAME",
        defaultValue = "${sys:user.name}",
        description = "Who says so (${DEFAULT-VALUE}).")
    private String by;
  }

  /** By the clock of this machine. */
  public SilenceCommand() {
    this(InstantSource.system());
  }

  SilenceCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    PipelineConfig pipeline = PipelineConfig.load(file);
    ControlTopic topic = ControlTopic.of(pipeline, file);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (what.end != null) {
      topic.send(
          what.end,
          new ControlMessage.EndSilence(what.end, now.toEpochMilli()),
          now.toEpochMilli());
      say("Silence " + what.end + " ends now, " + now + ".");
      return ExitCode.OK;
    }
    ControlMessage.Silence silence = silence(what.begin, now);
    topic.send(silence.id(), silence, now.toEpochMilli());
    say(
        "Silence %s of %s from %s until %s."
            .formatted(
                silence.id(),
                silence.entities(),
                Instant.ofEpochMilli(silence.window().fromMillis()),
                Instant.ofEpochMilli(silence.window().untilMillis())));
    say("To end it sooner: kilter silence " + file + " --end " + silence.id());
    return ExitCode.OK;
  }

  private static ControlMessage.Silence silence(Begin begin, Instant now) {
    if (begin.length.isZero()) {
      throw new UserError("--for is 0; it must be longer than nothing, such as 2h.");
    }
    long from = (begin.from == null ? now : begin.from).toEpochMilli();
    String id =
        Digest.of(begin.entities, String.valueOf(from), begin.reason, begin.by, now.toString());
    return new ControlMessage.Silence(
        id.substring(0, ID_LENGTH),
        EntityPattern.of(begin.entities),
        begin.detectors,
        new TimeWindow(from, from + begin.length.toMillis()),
        begin.reason,
        begin.by);
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
