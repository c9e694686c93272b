package dev.kilter.bench.entities;

import dev.kilter.UserError;
import dev.kilter.bench.endurance.LongRunAnswer;
import dev.kilter.bench.endurance.LongRunQuestion;
import dev.kilter.bench.measure.Cores;
import dev.kilter.bench.process.OwnProcess;
import dev.kilter.bench.report.JsonFile;
import dev.kilter.tools.embedded.ScratchFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.MemorySize;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code kilter bench entities}: very many entities on RocksDB in little memory. */
@Command(
    name = "entities",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Runs very many entities on RocksDB, in the memory of a task manager and on two cores, and"
            + " says how many events a second it takes in.")
public final class EntitiesCommand implements Callable<Integer> {
  private static final int TASKS = 2;

  @Option(
      names = "--entities",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many entities; ${DEFAULT-VALUE} if left out.")
  private int entities;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "40",
      description = "How many events each entity has; ${DEFAULT-VALUE} if left out.")
  private long rows;

  @Option(
      names = "--strides",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,32",
      description =
          "Every so many rows of an entity make a sequence; several, separated by commas, one after"
              + " the other; ${DEFAULT-VALUE} if left out.")
  private List<Integer> strides;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = "bench-lstm-ae-64",
      description = "With which model; ${DEFAULT-VALUE} if left out.")
  private String model;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      defaultValue = "4g",
      description = "The task manager's memory, all in all; ${DEFAULT-VALUE} if left out.")
  private String memory;

  @Option(
      names = "--state",
      paramLabel = "BACKEND",
      defaultValue = "rocksdb",
      description = "Where state is kept, rocksdb or heap; ${DEFAULT-VALUE} if left out.")
  private String state;

  @Option(
      names = "--checkpoint",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "From one checkpoint to the next; ${DEFAULT-VALUE} if left out.")
  private int checkpoint;

  @Option(
      names = "--flink",
      paramLabel = "KEY=VALUE",
      description = "A setting of Flink's beside those of Kilter; may be given again.")
  private Map<String, String> flink = Map.of();

  @Option(
      names = "--java",
      paramLabel = "OPTION",
      description =
          "An option of Java's for the measured process, such as one that starts a recording; may be"
              + " given again.")
  private List<String> java = List.of();

  @Mixin private JsonFile json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    List<EntitiesFigure> figures = new ArrayList<>();
    for (int stride : strides) {
      LongRunQuestion run =
          new LongRunQuestion(model, stride, entities, rows, TASKS, state, checkpoint);
      figures.add(EntitiesFigure.of(run, measure(run, out)));
    }
    EntitiesReport report = EntitiesReport.of(memory, figures);
    out.print(report.text());
    out.flush();
    json.write(report);
    return report.isComplete() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private LongRunAnswer measure(LongRunQuestion run, PrintWriter out)
      throws IOException, InterruptedException {
    TaskManagerMemory parts = TaskManagerMemory.of(size(), TASKS);
    out.printf("%n%s%n", EntitiesReport.headline(run, memory));
    Optional<Cores> cores = Cores.last(TASKS);
    if (cores.isEmpty()) {
      out.println("There is no taskset, or only one core: the process is NOT kept on two.");
    }
    try (ScratchFolder scratch = ScratchFolder.create("kilter-entities-")) {
      EntitiesQuestion question =
          new EntitiesQuestion(
              run, parts.managedBytes(), parts.networkBytes(), scratch.path().toString(), flink);
      List<String> options = new ArrayList<>(parts.options());
      options.addAll(java);
      return new OwnProcess(cores, options)
          .ask(EntitiesProcess.class, question, LongRunAnswer.class, line -> tell(line, out));
    }
  }

  private static void tell(String line, PrintWriter out) {
    out.println(line);
    out.flush();
  }

  private MemorySize size() {
    try {
      return MemorySize.parse(memory);
    } catch (IllegalArgumentException e) {
      throw new UserError("--memory is " + memory + "; it must be a size such as 4g", e);
    }
  }
}
