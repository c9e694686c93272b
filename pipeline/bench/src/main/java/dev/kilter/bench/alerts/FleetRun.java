package dev.kilter.bench.alerts;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.tools.embedded.ScratchFolder;
import dev.kilter.tools.evaluate.EvaluateCommand;
import dev.kilter.tools.replay.ReplayCommand;
import dev.kilter.tools.simulate.SimulateCommand;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Lets a pipeline watch a simulated fleet, by the commands with which anybody would do it. */
final class FleetRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path pipeline;

  /** Runs of this pipeline. */
  FleetRun(Path pipeline) {
    this.pipeline = pipeline;
  }

  /** What becomes of the fleet of a seed. Leaves no file behind. */
  FleetOutcome of(long seed) throws Exception {
    try (ScratchFolder scratch = ScratchFolder.create("kilter-alerts-")) {
      String events = in(scratch, "events.jsonl.gz");
      String run = in(scratch, "run");
      String result = in(scratch, "evaluation.json");
      call(new SimulateCommand(), "--seed=" + seed, "--to=" + events);
      call(new ReplayCommand(), events, "--pipeline=" + pipeline, "--out=" + run);
      call(
          new EvaluateCommand(),
          "--scores=" + run + "/scores.jsonl",
          "--alerts=" + run + "/alerts.jsonl",
          "--labels=" + in(scratch, "events.truth.jsonl"),
          "--json=" + result);
      return FleetOutcome.of(seed, JSON.readTree(Path.of(result).toFile()));
    }
  }

  private static String in(ScratchFolder scratch, String name) {
    return scratch.path().resolve(name).toString();
  }

  /** What it prints is not wanted, but what it throws is. */
  private static void call(Callable<Integer> command, String... arguments) throws Exception {
    CommandLine line = new CommandLine(command).setOut(new PrintWriter(Writer.nullWriter()));
    line.parseArgs(arguments);
    command.call();
  }
}
