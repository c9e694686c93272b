package dev.kilter.bench.cores;

import dev.kilter.UserError;
import dev.kilter.bench.cores.CoresTrial.Subject;
import dev.kilter.bench.load.BenchModel;
import dev.kilter.bench.measure.Cores;
import dev.kilter.bench.measure.Figure;
import dev.kilter.bench.measure.Runs;
import dev.kilter.bench.report.JsonFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code kilter bench cores}: what a second core is worth. */
@Command(
    name = "cores",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Measures how many sequences a second come out of Kilter on two cores and on one, and out"
            + " of the bare network, in turns.")
public final class CoresCommand implements Callable<Integer> {
  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often everything is measured, in turns; ${DEFAULT-VALUE} if left out.")
  private int rounds;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "How long each is measured in a round, after 40 s to warm up; ${DEFAULT-VALUE} if left"
              + " out.")
  private int seconds;

  @Option(
      names = "--models",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "bench-lstm-ae-64,bench-lstm-ae-16",
      description = "With which models, separated by commas; ${DEFAULT-VALUE} if left out.")
  private List<String> models;

  @Mixin private JsonFile json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (rounds < 1 || seconds < 1) {
      throw new UserError("--rounds and --seconds are whole numbers from 1");
    }
    models.forEach(BenchModel::load);
    PrintWriter out = spec.commandLine().getOut();
    CoresResults results = measure(out);
    CoresReport report = CoresReport.of(cores(2).shareOne(), seconds, results.lines());
    out.print(report.text());
    out.flush();
    json.write(report);
    return ExitCode.OK;
  }

  private CoresResults measure(PrintWriter out) throws IOException {
    List<Runs> runs = List.of(Runs.on(cores(1), seconds), Runs.on(cores(2), seconds));
    CoresResults results = new CoresResults();
    for (int round = 1; round <= rounds; round++) {
      for (CoresTrial trial : trials()) {
        Figure figure =
            runs.get(trial.cores() - 1)
                .run(trial.subject().label() + " with " + trial.model(), trial.options());
        results.add(trial, figure);
        out.printf(
            "round %d  %-20s %-18s %d  %,12.0f/s  %.2f cores%n",
            round,
            trial.model(),
            trial.subject().label(),
            trial.cores(),
            figure.perSecond(),
            figure.cores());
        out.flush();
      }
    }
    return results;
  }

  private List<CoresTrial> trials() {
    List<CoresTrial> trials = new ArrayList<>();
    for (String model : models) {
      for (Subject subject : Subject.values()) {
        trials.add(new CoresTrial(subject, model, 1));
        trials.add(new CoresTrial(subject, model, 2));
      }
    }
    return trials;
  }

  private static Cores cores(int count) {
    return Cores.last(count)
        .orElseThrow(
            () ->
                new UserError(
                    "To hold two cores against one takes taskset, and two cores that this process"
                        + " may use."));
  }
}
