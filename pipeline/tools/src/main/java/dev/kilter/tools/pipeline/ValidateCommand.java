package dev.kilter.tools.pipeline;

import dev.kilter.UserError;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.resume.PipelineFacts;
import dev.kilter.job.resume.Restoration;
import dev.kilter.job.resume.Savepoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kilter validate}: checks a pipeline file and its models, starts nothing. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Checks a pipeline file and its models, and prints the plan with every default.",
      "With --against it says instead what becomes of a savepoint's state under the file: what is"
          + " kept, what begins anew, what is dropped, what is refused. The exit code is 2 where"
          + " something is refused: kilter run and the job refuse it, too."
    })
public final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PIPELINE.yaml", description = "The pipeline file.")
  private Path file;

  @Option(
      names = "--against",
      paramLabel = "SAVEPOINT",
      description = "A savepoint or a checkpoint that was kept: its folder, a path or a URI.")
  private String against;

  @Option(names = "--json", description = "With --against: as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (json && against == null) {
      throw new ParameterException(spec.commandLine(), "--json goes with --against.");
    }
    PipelinePlan plan = PipelinePlan.resolve(PipelineConfig.load(file));
    return against == null ? tell(plan) : tell(restoration(plan));
  }

  private int tell(PipelinePlan plan) {
    PrintWriter out = spec.commandLine().getOut();
    PlanText.of(plan, Instant.now()).forEach(out::println);
    out.println();
    out.println(file + " is right. Kafka was not asked; kilter run does that before it starts.");
    out.flush();
    return ExitCode.OK;
  }

  private Restoration restoration(PipelinePlan plan) {
    var state = plan.config().checkpoints().state();
    try {
      return Restoration.of(
          Savepoint.read(unescaped(against)),
          PipelineFacts.of(plan),
          state == null ? null : state.flinkName());
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          "There is no savepoint or checkpoint that can be read at "
              + against
              + ": give --against the folder that was printed when the pipeline stopped, or one of"
              + " its checkpoints ("
              + e.getMessage()
              + ").",
          e);
    }
  }

  /** Flink takes the path of a URI as it stands, also where a blank in it is written as %20. */
  private static String unescaped(String place) {
    return place.startsWith("file:") && place.contains("%")
        ? Path.of(URI.create(place)).toString()
        : place;
  }

  private int tell(Restoration restoration) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(RestorationJson.of(restoration));
    } else {
      RestorationText.of(restoration).forEach(out::println);
      out.println();
      out.println(
          file
              + (restoration.isRefused()
                  ? " cannot go on from there: see what is refused."
                  : " can go on from there."));
    }
    out.flush();
    return restoration.isRefused() ? ExitCode.USAGE : ExitCode.OK;
  }
}
