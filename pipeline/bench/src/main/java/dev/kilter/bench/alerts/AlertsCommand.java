package dev.kilter.bench.alerts;

import dev.kilter.bench.report.JsonFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code kilter bench alerts}: how much of what is told is true. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Simulates fleets of pumps with faults in them, replays each through a pipeline, and holds"
            + " the incidents against the faults; beside them the plain runs of verdicts over the"
            + " threshold.")
public final class AlertsCommand implements Callable<Integer> {
  @Option(
      names = "--seeds",
      paramLabel = "N-M",
      defaultValue = "1-10",
      converter = Seeds.Converter.class,
      description = "A fleet for each of these seeds; ${DEFAULT-VALUE} if left out.")
  private Seeds seeds;

  @Option(
      names = "--pipeline",
      paramLabel = "PIPELINE.yaml",
      defaultValue = "${sys:kilter.home:-.}/pipeline/tools/examples/pumps.yaml",
      description =
          "A pipeline of one detector for kilter simulate's pumps; the demo's if left out.")
  private Path pipeline;

  @Mixin private JsonFile json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    FleetRun run = new FleetRun(pipeline);
    List<FleetOutcome> outcomes = new ArrayList<>();
    for (long seed : seeds.all()) {
      FleetOutcome outcome = run.of(seed);
      outcomes.add(outcome);
      tell(outcome.text(), out);
    }
    AlertsReport report = AlertsReport.of(pipeline.toString(), outcomes);
    tell(report.text(), out);
    json.write(report);
    return ExitCode.OK;
  }

  private static void tell(String text, PrintWriter out) {
    out.println(text);
    out.flush();
  }
}
