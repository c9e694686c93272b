package dev.kilter.bench.broker;

import dev.kilter.UserError;
import dev.kilter.bench.check.WrongScore;
import dev.kilter.bench.load.SparseModel;
import dev.kilter.bench.load.Workload;
import dev.kilter.bench.measure.Core;
import dev.kilter.bench.measure.Runs;
import dev.kilter.bench.measure.Trial;
import dev.kilter.bench.report.JsonFile;
import dev.kilter.bench.report.Line;
import dev.kilter.bench.report.Machine;
import dev.kilter.bench.report.ReportFile;
import dev.kilter.bench.report.Results;
import dev.kilter.bench.report.Rounds;
import dev.kilter.bench.report.TextTable;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code kilter bench broker}: the whole way from a broker to a broker. */
@Command(
    name = "broker",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Measures how many records a second the production job takes from a real broker, beside"
            + " jobs that only parse them or throw them away, on one core. Scores are compared"
            + " first.")
public final class BrokerCommand implements Callable<Integer> {
  @Option(
      names = "--check",
      description = "Only look whether every job does all its work. Times nothing.")
  private boolean check;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "4000000",
      description = "How many records the topic has; ${DEFAULT-VALUE} if left out.")
  private long events;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = "bench-lstm-ae-64-every-32",
      description =
          "With which model, this or bench-lstm-ae-16-every-32; ${DEFAULT-VALUE} if left out.")
  private String model;

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

  @Mixin private JsonFile json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (rounds < 1 || seconds < 1 || events < BrokerBenchmark.MACHINES * 100L) {
      throw new UserError(
          "--rounds and --seconds are whole numbers from 1, --events from 100000: every machine"
              + " has to give some sequences.");
    }
    PrintWriter out = spec.commandLine().getOut();
    return isRight(out) && (check || measured(out)) ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** A broker of its own, since its events are others. */
  private boolean isRight(PrintWriter out) throws Exception {
    try (BrokerRig rig = BrokerRig.untimed()) {
      TopicTrial trial = prepare(rig, BrokerCheck.topic());
      int scores = BrokerCheck.scores(trial);
      out.printf("kilter  %,d scores, all as the bare network's%n", scores);
      for (BrokerPeer peer : BrokerPeer.values()) {
        EndlessReading.check(peer, trial.pipeline(), BrokerCheck.topic());
        out.printf("%-7s all the work is done%n", peer.label());
        out.flush();
      }
      return true;
    } catch (WrongScore e) {
      out.println("WRONG: " + e.getMessage());
      return false;
    }
  }

  private boolean measured(PrintWriter out) throws Exception {
    try (BrokerRig rig = BrokerRig.start()) {
      EventsTopic topic = EventsTopic.of(new Workload(BrokerBenchmark.MACHINES), events);
      out.printf("%n%s The topic gets %,d records.%n", rig.where(), topic.events());
      out.flush();
      TopicTrial trial = prepare(rig, topic);
      List<Trial> trials =
          Arrays.stream(BrokerPeer.values()).map(peer -> trial.of(peer, topic)).toList();
      Results results = new Rounds(trials, new Runs(seconds, rig.core()), out).measure(rounds);
      tell(results.lines(model), rig, out);
      return true;
    }
  }

  private TopicTrial prepare(BrokerRig rig, EventsTopic topic) throws Exception {
    String bootstrap = rig.broker().bootstrap();
    SparseModel with = SparseModel.onGrid(model);
    with.write(rig.folder().path());
    rig.broker().createTopics(topic.name(), "alerts", "dead-letters");
    topic.fill(bootstrap);
    return new TopicTrial(bootstrap, rig.folder().path(), with);
  }

  private void tell(List<Line> lines, BrokerRig rig, PrintWriter out) {
    Machine machine = Machine.here();
    out.printf(
        "%n%s, Java %s; medians of %d rounds of %d s%n%n",
        machine.processor(), machine.java(), rounds, seconds);
    out.print(TextTable.of(model, "records/s", lines));
    out.printf("%n%s", TextTable.paths(lines));
    out.flush();
    Integer core = rig.core().map(Core::number).orElse(null);
    json.write(new ReportFile(Instant.now().toString(), machine, core, seconds, lines));
  }
}
