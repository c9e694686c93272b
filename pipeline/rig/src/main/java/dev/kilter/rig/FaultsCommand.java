package dev.kilter.rig;

import dev.kilter.UserError;
import dev.kilter.rig.cluster.ClusterPlan;
import dev.kilter.rig.cluster.Jars;
import dev.kilter.rig.cluster.LocalCluster;
import dev.kilter.rig.events.Load;
import dev.kilter.rig.events.PipelineText;
import dev.kilter.rig.fault.Fault;
import dev.kilter.rig.trial.Outcome;
import dev.kilter.rig.trial.Tally;
import dev.kilter.rig.trial.Trial;
import dev.kilter.tools.embedded.ScratchFolder;
import dev.kilter.tools.simulate.LengthConverter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code kilter faults}: what becomes of alerts when something breaks. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Runs a pipeline on a cluster of real processes on this machine, breaks something, and holds"
            + " every alert against those of an undisturbed run.")
public final class FaultsCommand implements Callable<Integer> {
  private static final int PUMPS = 60;
  private static final Duration LASTING = Duration.ofSeconds(30);

  @Spec private CommandSpec spec;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "FAULT",
      description = "Only these; all of them if left out.")
  private List<String> only = List.of();

  @Option(
      names = "--repeat",
      defaultValue = "1",
      paramLabel = "N",
      description = "How often each (${DEFAULT-VALUE}).")
  private int repeat;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Draws what is not said, such as which process is killed (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--rate",
      defaultValue = "1000",
      paramLabel = "N",
      description = "Events a second (${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--delivery",
      defaultValue = "at-least-once",
      paramLabel = "GUARANTEE",
      description = "at-least-once or exactly-once (${DEFAULT-VALUE}).")
  private String delivery;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description =
          "Where all processes keep what they have and what they print; work/faults if left out.")
  private Path folder;

  @Option(
      names = "--chaos",
      paramLabel = "TIME",
      converter = LengthConverter.class,
      description = "Instead, one after the other to one pipeline for so long, such as 30m.")
  private Duration chaos;

  @Override
  public Integer call() throws Exception {
    List<Fault> faults = faults();
    Path home = Path.of(System.getProperty("kilter.home", ".")).toAbsolutePath();
    Duration lasting = chaos == null ? LASTING : chaos;
    try (LocalCluster cluster =
        LocalCluster.start(Jars.of(home), place(home), ClusterPlan.forFaults())) {
      say("The cluster is up; what its processes print is in " + cluster.folder());
      PipelineText text = new PipelineText(home.resolve("models/zoo"), delivery);
      Trial trial = Trial.prepare(cluster, Load.pumps(PUMPS, rate, lasting, seed), text);
      say(trial.expectation());
      boolean clean = chaos == null ? each(trial, faults) : chaos(trial);
      return clean ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private boolean each(Trial trial, List<Fault> faults) throws Exception {
    Random random = new Random(seed);
    Map<Fault, Tally> tallies = new EnumMap<>(Fault.class);
    for (int time = 1; time <= repeat; time++) {
      for (Fault fault : faults) {
        Outcome outcome = trial.run(fault, random);
        tallies.computeIfAbsent(fault, unseen -> new Tally(mayDouble())).add(outcome);
        say("%-22s %s".formatted(fault.label(), outcome));
      }
    }
    say("");
    tallies.forEach((fault, tally) -> say("%-22s %s".formatted(fault.label(), tally)));
    return tallies.values().stream().noneMatch(Tally::hasFailures);
  }

  private boolean chaos(Trial trial) throws Exception {
    say("Seed " + seed);
    Outcome outcome = trial.chaos(new Random(seed), fault -> say(fault.words()));
    say(outcome.toString());
    return outcome.isClean(mayDouble());
  }

  private boolean mayDouble() {
    return delivery.equals("at-least-once");
  }

  /** What was left by an earlier run goes; what others have put somewhere stays. */
  private Path place(Path home) throws IOException {
    if (folder == null) {
      Path place = home.resolve("work/faults");
      new ScratchFolder(place).close();
      return place;
    }
    if (Files.exists(folder)) {
      throw new UserError(folder + " is there already; give a folder that is not.");
    }
    return folder.toAbsolutePath();
  }

  private List<Fault> faults() {
    if (repeat < 1 || rate < PUMPS) {
      throw new UserError("--repeat must be at least 1, and --rate at least " + PUMPS + ".");
    }
    List<String> known = Arrays.stream(Fault.values()).map(Fault::label).toList();
    for (String each : only) {
      if (!known.contains(each)) {
        throw new UserError(
            "--only " + each + " is no fault; there are " + String.join(", ", known) + ".");
      }
    }
    return Arrays.stream(Fault.values())
        .filter(fault -> only.isEmpty() || only.contains(fault.label()))
        .toList();
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
