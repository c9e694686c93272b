package dev.kilter.bench;

import dev.kilter.UserError;
import dev.kilter.bench.alerts.AlertsCommand;
import dev.kilter.bench.broker.BrokerCommand;
import dev.kilter.bench.check.CheckAll;
import dev.kilter.bench.cores.CoresCommand;
import dev.kilter.bench.device.DeviceCommand;
import dev.kilter.bench.entities.EntitiesCommand;
import dev.kilter.bench.forest.ForestCommand;
import dev.kilter.bench.latency.LatencyCommand;
import dev.kilter.bench.load.BenchModel;
import dev.kilter.bench.measure.Core;
import dev.kilter.bench.measure.Runs;
import dev.kilter.bench.measure.Trial;
import dev.kilter.bench.peer.Peer;
import dev.kilter.bench.report.JsonFile;
import dev.kilter.bench.report.Line;
import dev.kilter.bench.report.Machine;
import dev.kilter.bench.report.ReportFile;
import dev.kilter.bench.report.Results;
import dev.kilter.bench.report.Rounds;
import dev.kilter.bench.report.TextTable;
import dev.kilter.bench.soak.SoakCommand;
import dev.kilter.tools.KilterCommand;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code kilter bench}: Kilter's throughput beside that of its peers. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {
      ForestCommand.class,
      BrokerCommand.class,
      LatencyCommand.class,
      DeviceCommand.class,
      CoresCommand.class,
      SoakCommand.class,
      EntitiesCommand.class,
      AlertsCommand.class
    },
    description =
        "Measures how many sequences a second come out of Kilter, out of other ways to do the same,"
            + " and out of the bare network, on one core. Scores are compared first.")
public final class BenchCommand implements Callable<Integer> {
  @Option(
      names = "--check",
      description = "Only compare scores: every peer once over a short stream. Times nothing.")
  private boolean check;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often everything is measured, in turns; ${DEFAULT-VALUE} if left out.")
  private int rounds;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "How long each is measured in a round, jobs after 40 s to warm up; ${DEFAULT-VALUE} if"
              + " left out.")
  private int seconds;

  @Option(
      names = "--peers",
      paramLabel = "NAME",
      split = ",",
      description = "Which peers, separated by commas; all if left out.")
  private List<String> peers = Arrays.stream(Peer.values()).map(Peer::label).toList();

  @Option(
      names = "--models",
      paramLabel = "NAME",
      split = ",",
      description = "With which models, separated by commas; all if left out.")
  private List<String> models = BenchModel.NAMES;

  @Mixin private JsonFile json;

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    KilterCommand.run(arguments, new BenchCommand());
  }

  @Override
  public Integer call() throws Exception {
    checkNumbers();
    List<Peer> chosen = peers.stream().map(Peer::named).toList();
    chosen.forEach(Peer::prepare);
    List<BenchModel> loaded = models.stream().map(BenchModel::load).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (check) {
      return new CheckAll(out).run(chosen, loaded) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
    measure(chosen, loaded, out);
    return ExitCode.OK;
  }

  private void checkNumbers() {
    if (rounds < 1 || seconds < 1) {
      throw new UserError("--rounds and --seconds are whole numbers from 1");
    }
  }

  private void measure(List<Peer> chosen, List<BenchModel> loaded, PrintWriter out)
      throws Exception {
    Optional<Core> core = Core.last();
    String where =
        core.map(its -> "Each process is kept on core " + its.number() + ".")
            .orElse("There is no taskset: processes are NOT kept on one core.");
    out.println(where);
    List<Trial> trials = trials(chosen, loaded);
    Results results = new Rounds(trials, new Runs(seconds, core), out).measure(rounds);
    List<List<Line>> lines = models.stream().map(results::lines).toList();
    print(lines, out);
    Integer number = core.map(Core::number).orElse(null);
    List<Line> all = lines.stream().flatMap(List::stream).toList();
    json.write(new ReportFile(Instant.now().toString(), Machine.here(), number, seconds, all));
  }

  private static List<Trial> trials(List<Peer> chosen, List<BenchModel> loaded) {
    List<Trial> trials = new ArrayList<>();
    for (BenchModel model : loaded) {
      trials.addAll(Trial.bare(model.name()));
      chosen.stream()
          .filter(peer -> peer.takes(model))
          .forEach(peer -> trials.add(Trial.of(peer, model.name())));
    }
    return trials;
  }

  private void print(List<List<Line>> lines, PrintWriter out) {
    Machine machine = Machine.here();
    out.printf(
        "%n%s, Java %s; medians of %d rounds of %d s%n",
        machine.processor(), machine.java(), rounds, seconds);
    for (int model = 0; model < lines.size(); model++) {
      out.printf("%n%s", TextTable.of(models.get(model), lines.get(model)));
    }
    List<Line> all = lines.stream().flatMap(List::stream).toList();
    out.printf("%n%s", TextTable.paths(all));
    out.flush();
  }
}
