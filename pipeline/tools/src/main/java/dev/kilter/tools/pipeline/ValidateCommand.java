package dev.kilter.tools.pipeline;

import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kilter validate}: checks a pipeline file and its models, starts nothing. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Checks a pipeline file and its models, and prints the plan with every default.")
public final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PIPELINE.yaml", description = "The pipeline file.")
  private Path file;

  @Override
  public Integer call() {
    PipelinePlan plan = PipelinePlan.resolve(PipelineConfig.load(file));
    PrintWriter out = spec.commandLine().getOut();
    PlanText.of(plan, Instant.now()).forEach(out::println);
    out.println();
    out.println(file + " is right. Kafka was not asked; kilter run does that before it starts.");
    out.flush();
    return 0;
  }
}
