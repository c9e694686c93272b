package dev.kilter.tools.control;

import dev.kilter.UserError;
import dev.kilter.event.FeedbackVerdict;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.recording.Label;
import dev.kilter.tools.recording.LabelsFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what people have said of incidents as labels, to evaluate and to train with. */
@Command(
    name = "labels",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Write what people have said of incidents as labels.")
public final class LabelsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PIPELINE", description = "The pipeline file.")
  private Path file;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "Where the labels go: JSON lines, packed as the name says.")
  private Path to;

  @Option(
      names = "--verdict",
      paramLabel = "VERDICT",
      defaultValue = "confirmed",
      description =
          "Which verdicts: confirmed (${DEFAULT-VALUE} if left out), expected, false-alarm or"
              + " new-normal; may be given again.")
  private List<String> verdicts;

  @Override
  public Integer call() throws InterruptedException {
    List<FeedbackVerdict> wanted = verdicts.stream().map(Verdicts::labelled).toList();
    PipelineConfig pipeline = PipelineConfig.load(file);
    if (pipeline.kafka().feedback() == null) {
      throw new UserError(
          file
              + ": kafka.feedback is missing; without the topic of what people's verdicts have"
              + " changed nobody knows what they were.");
    }
    GivenVerdicts given = GivenVerdicts.read(pipeline.kafka());
    List<Label> labels =
        given.all().stream()
            .filter(verdict -> wanted.contains(verdict.verdict()))
            .map(GivenVerdict::label)
            .toList();
    LabelsFile.write(to, labels);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Written to %s: %d of %d incidents with a verdict (%s)."
            .formatted(to, labels.size(), given.all().size(), counted(given.all())));
    if (given.passedOver() > 0) {
      out.println("Records of the topic that are no verdict: " + given.passedOver());
    }
    out.flush();
    return ExitCode.OK;
  }

  private static String counted(List<GivenVerdict> all) {
    return Arrays.stream(FeedbackVerdict.values())
        .map(
            verdict ->
                all.stream().filter(given -> given.verdict() == verdict).count()
                    + " "
                    + verdict.label())
        .collect(Collectors.joining(", "));
  }
}
