package dev.kilter.rig.up;

import dev.kilter.UserError;
import dev.kilter.rig.cluster.ClusterPlan;
import dev.kilter.rig.cluster.Jars;
import dev.kilter.rig.cluster.LocalCluster;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code kilter cluster}: a cluster of real processes on this machine. */
@Command(
    name = "cluster",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "A Kafka broker, ZooKeeper, Flink's job managers and task managers on this machine, each a"
            + " process of its own.")
public final class ClusterCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "Where all of it keeps what it has; work/cluster if left out.")
  private Path folder;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which: up or down?");
  }

  private Path folder() {
    return folder == null ? home().resolve("work/cluster") : folder;
  }

  private static Path home() {
    return Path.of(System.getProperty("kilter.home", ".")).toAbsolutePath().normalize();
  }

  @Command(
      name = "up",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Starts one that stays when this command has ended.")
  int up(
      @Option(
              names = "--task-managers",
              defaultValue = "2",
              paramLabel = "N",
              description = "How many task managers (${DEFAULT-VALUE}).")
          int taskManagers,
      @Option(
              names = "--slots",
              defaultValue = "2",
              paramLabel = "N",
              description = "How many slots each of them has (${DEFAULT-VALUE}).")
          int slots)
      throws Exception {
    Path folder = folder();
    if (UpCluster.isIn(folder)) {
      throw new UserError("A cluster is up in " + folder + "; end it with kilter cluster down.");
    }
    if (taskManagers < 1 || slots < 1) {
      throw new UserError("There must be at least one task manager with one slot.");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("Starting Kafka, ZooKeeper, 2 job managers, " + taskManagers + " task managers…");
    out.flush();
    ClusterPlan plan = new ClusterPlan(2, taskManagers, slots, false);
    LocalCluster cluster = LocalCluster.start(Jars.of(home()), folder, plan);
    UpCluster up = UpCluster.of(cluster);
    up.write(folder);
    cluster.leave();
    out.println("Kafka listens on " + up.bootstrap());
    up.pages().forEach(page -> out.println("Flink's web page: " + page));
    out.println("What they print, and all they keep, is in " + folder);
    out.println("To end it: ./kilter cluster down");
    out.flush();
    return 0;
  }

  @Command(
      name = "down",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Ends it: what up has started, and nothing else. Its folder stays.")
  int down() throws IOException, InterruptedException {
    Path folder = folder();
    UpCluster up = UpCluster.read(folder);
    int ended = 0;
    for (Running each : up.processes()) {
      ended += each.isAlive() ? 1 : 0;
      each.end();
    }
    UpCluster.forget(folder);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Ended " + ended + " of " + up.processes().size() + " processes.");
    out.flush();
    return 0;
  }
}
