package dev.kilter.rig.leak;

import dev.kilter.UserError;
import dev.kilter.rig.cluster.ClusterPlan;
import dev.kilter.rig.cluster.Jars;
import dev.kilter.rig.cluster.LocalCluster;
import dev.kilter.rig.fault.ModelStore;
import dev.kilter.tools.embedded.ScratchFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code kilter leaks}: what is left of jobs and models that have ended. */
@Command(
    name = "leaks",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Submits a pipeline to one task manager and cancels it, and loads a model and lets it go,"
            + " again and again, and looks at what is left in memory.")
public final class LeaksCommand implements Callable<Integer> {
  /** Fewer say nothing: of four parts one is to get warm. */
  private static final int FEWEST = 8;

  @Spec private CommandSpec spec;

  @Option(
      names = "--submits",
      defaultValue = "50",
      paramLabel = "N",
      description = "How often the pipeline is submitted and cancelled (${DEFAULT-VALUE}).")
  private int submits;

  @Option(
      names = "--loads",
      defaultValue = "1000",
      paramLabel = "N",
      description = "How often the model is loaded and let go (${DEFAULT-VALUE}).")
  private int loads;

  @Option(
      names = "--scorings",
      defaultValue = "1000000",
      paramLabel = "N",
      description = "How many sequences are scored meanwhile (${DEFAULT-VALUE}).")
  private int scorings;

  @Override
  public Integer call() throws Exception {
    if (submits < FEWEST || loads < FEWEST || scorings < loads) {
      throw new UserError(
          "--submits and --loads must be at least %d, and --scorings at least --loads."
              .formatted(FEWEST));
    }
    Path home = Path.of(System.getProperty("kilter.home", ".")).toAbsolutePath();
    Leftovers ofModels =
        new LoadedModels(ModelStore.zoo(home).resolve("pump-lstm-ae/1"))
            .run(loads, scorings, done -> say("loaded and let go: %d".formatted(done)));
    say("%d loads, %d scorings: %s".formatted(loads, scorings, ofModels));
    Leftovers ofJobs = jobs(home);
    say("%d submits and cancels: %s".formatted(submits, ofJobs));
    return ofModels.isNothing() && ofJobs.isNothing() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private Leftovers jobs(Path home) throws Exception {
    Path folder = home.resolve("work/leaks");
    new ScratchFolder(folder).close();
    try (LocalCluster cluster = LocalCluster.start(Jars.of(home), folder, ClusterPlan.forLeaks())) {
      return new SubmittedJobs(cluster, home)
          .run(submits, done -> say("submitted and cancelled: %d".formatted(done)));
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
