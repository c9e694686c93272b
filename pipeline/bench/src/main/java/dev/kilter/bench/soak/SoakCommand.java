package dev.kilter.bench.soak;

import dev.kilter.UserError;
import dev.kilter.bench.endurance.LongRunAnswer;
import dev.kilter.bench.endurance.LongRunQuestion;
import dev.kilter.bench.process.OwnProcess;
import dev.kilter.bench.report.JsonFile;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code kilter bench soak}: whether memory grows over many events. */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Runs very many events through Kilter and says whether the heap, after full collections,"
            + " and the memory outside of it stay as they are.")
public final class SoakCommand implements Callable<Integer> {
  private static final int MACHINES = 1_000;
  private static final int LEAST_ROWS = 100;
  private static final int CHECKPOINT_SECONDS = 10;
  private static final int HEAP_MEBIBYTES = 512;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "10000000",
      description = "How many events; ${DEFAULT-VALUE} if left out.")
  private long events;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = "bench-lstm-ae-16",
      description = "With which model; ${DEFAULT-VALUE} if left out.")
  private String model;

  @Mixin private JsonFile json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (events % MACHINES != 0 || events < LEAST_ROWS * MACHINES) {
      throw new UserError(
          "--events is %d; it must be a multiple of %d, from %d"
              .formatted(events, MACHINES, LEAST_ROWS * MACHINES));
    }
    PrintWriter out = spec.commandLine().getOut();
    LongRunQuestion run =
        new LongRunQuestion(model, 1, MACHINES, events / MACHINES, 1, "heap", CHECKPOINT_SECONDS);
    LongRunAnswer answer =
        new OwnProcess(Optional.empty(), options())
            .ask(SoakProcess.class, run, LongRunAnswer.class, line -> tell(line, out));
    SoakReport report = SoakReport.of(run, answer, (long) HEAP_MEBIBYTES << 20);
    tell(report.text(), out);
    json.write(report);
    return answer.allJudged() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** A heap that is in memory from the beginning: so what else there is can be told from it. */
  private static List<String> options() {
    String size = HEAP_MEBIBYTES + "m";
    return List.of("-Xms" + size, "-Xmx" + size, "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");
  }

  private static void tell(String line, PrintWriter out) {
    out.println(line);
    out.flush();
  }
}
