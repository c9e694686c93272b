package dev.kilter.tools.control;

import dev.kilter.event.Feedback;
import dev.kilter.event.FeedbackVerdict;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.control.ControlMessage;
import dev.kilter.tools.simulate.InstantConverter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells a running pipeline what somebody thinks of an incident. */
@Command(
    name = "feedback",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Say of an incident what it was.")
public final class FeedbackCommand implements Callable<Integer> {
  private static final Duration LONG_AGO = Duration.ofDays(1);

  private final InstantSource clock;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PIPELINE", description = "The pipeline file.")
  private Path file;

  @Parameters(
      index = "1",
      paramLabel = "INCIDENT",
      description = "Its id, or a beginning that no other has.")
  private String incident;

  @Parameters(
      index = "2",
      paramLabel = "VERDICT",
      description =
          "confirmed: something was wrong; expected: unusual, and known to be; false-alarm: nothing"
              + " was wrong; new-normal: it goes on like this, and is right so.")
  private String verdict;

  @Option(names = "--note", paramLabel = "TEXT", description = "What else there is to say.")
  private String note;

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description =
          "From when on it holds, in event time, such as 2026-03-01T00:00:00Z; now if left out.")
  private Instant from;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who says so (${DEFAULT-VALUE}).")
  private String by;

  /** By the clock of this machine. */
  public FeedbackCommand() {
    this(InstantSource.system());
  }

  FeedbackCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    FeedbackVerdict meant = Verdicts.labelled(verdict);
    PipelineConfig pipeline = PipelineConfig.load(file);
    ControlTopic topic = ControlTopic.of(pipeline, file);
    ToldIncident told = ToldIncident.find(pipeline.kafka(), incident);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant holds = from == null ? now : from;
    topic.send(
        told.incident(),
        new ControlMessage.GivenFeedback(
            new Feedback(
                told.incident(),
                told.entity(),
                told.detector(),
                meant,
                by,
                note,
                holds.toEpochMilli(),
                told.opened().toEpochMilli(),
                told.time().toEpochMilli())),
        now.toEpochMilli());
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Incident %s of %s under %s: %s, says %s."
            .formatted(told.incident(), told.entity(), told.detector(), meant.label(), by));
    if (told.time().plus(LONG_AGO).isBefore(holds)) {
      out.println(
          "Its newest alert is of %s, and the verdict holds from %s on, in event time: give --from if"
                  .formatted(told.time(), holds)
              + " the pipeline's events are not of now.");
    }
    out.flush();
    return ExitCode.OK;
  }
}
