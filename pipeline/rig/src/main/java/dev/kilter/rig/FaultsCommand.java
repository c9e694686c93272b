package dev.kilter.rig;

import dev.kilter.UserError;
import dev.kilter.rig.cluster.ClusterPlan;
import dev.kilter.rig.cluster.Jars;
import dev.kilter.rig.cluster.LocalCluster;
import dev.kilter.rig.events.Load;
import dev.kilter.rig.fault.Fault;
import dev.kilter.rig.trial.Flooded;
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
  private static final String AT_LEAST_ONCE = "at-least-once";

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
      defaultValue = AT_LEAST_ONCE,
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
      description =
          "Instead, one after the other to one pipeline, drawn at random, for so long, such as 30m.")
  private Duration chaos;

  @Option(
      names = "--flood",
      paramLabel = "N",
      description = "Instead, N times as many events for a minute, such as 10.")
  private int flood;

  @Override
  public Integer call() throws Exception {
    List<Fault> faults = faults();
    refuseNonsense();
    Path home = Path.of(System.getProperty("kilter.home", ".")).toAbsolutePath();
    try (LocalCluster cluster =
        LocalCluster.start(Jars.of(home), place(home), ClusterPlan.forFaults())) {
      say("The cluster is up; what its processes print is in " + cluster.folder());
      Load load = Load.pumps(PUMPS, rate, lasting(), seed);
      Trial trial = Trial.prepare(cluster, load, home);
      say(trial.expectation());
      return isClean(trial, faults) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private Duration lasting() {
    if (flood > 0) {
      return Trial.lastingFlood(flood);
    }
    return chaos == null ? LASTING : chaos;
  }

  private boolean isClean(Trial trial, List<Fault> faults) throws Exception {
    if (flood > 0) {
      return flood(trial);
    }
    return chaos == null ? each(trial, faults) : chaos(trial, faults);
  }

  private boolean each(Trial trial, List<Fault> faults) throws Exception {
    Random random = new Random(seed);
    Map<Fault, Tally> tallies = new EnumMap<>(Fault.class);
    try {
      for (int time = 1; time <= repeat; time++) {
        for (Fault fault : faults) {
          Outcome outcome = trial.run(fault, delivery, random);
          tallies.computeIfAbsent(fault, unseen -> new Tally(mayDouble())).add(outcome);
          say("%-22s %s".formatted(fault.label(), outcome));
        }
      }
    } finally {
      say("");
      tallies.forEach((fault, tally) -> say("%-22s %s".formatted(fault.label(), tally)));
    }
    if (tallies.values().stream().noneMatch(Tally::isTested)) {
      throw new UserError("None of these faults can be tested here; the lines above say why.");
    }
    return tallies.values().stream().noneMatch(Tally::hasFailures);
  }

  private boolean chaos(Trial trial, List<Fault> faults) throws Exception {
    say("Seed " + seed);
    Outcome outcome = trial.chaos(faults, delivery, new Random(seed), this::say);
    say(outcome.toString());
    return outcome.isClean(mayDouble());
  }

  private boolean flood(Trial trial) throws Exception {
    say("%d events a second, and for a minute %d".formatted(rate, rate * flood));
    Flooded flooded = trial.flood(flood, delivery, new Random(seed));
    say(flooded.toString());
    return flooded.isClean(mayDouble());
  }

  private boolean mayDouble() {
    return delivery.equals(AT_LEAST_ONCE);
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

  private void refuseNonsense() {
    if (!List.of(AT_LEAST_ONCE, "exactly-once").contains(delivery)) {
      throw new UserError(
          "--delivery " + delivery + " is none; there are at-least-once and exactly-once.");
    }
    if (flood < 0) {
      throw new UserError("--flood must be at least 1.");
    }
    if (flood > 0 && (chaos != null || !only.isEmpty())) {
      throw new UserError("--flood goes with neither --chaos nor --only.");
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
