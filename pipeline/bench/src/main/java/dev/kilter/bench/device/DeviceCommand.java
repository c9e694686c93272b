package dev.kilter.bench.device;

import dev.kilter.UserError;
import dev.kilter.bench.load.BenchModel;
import dev.kilter.bench.report.JsonFile;
import dev.kilter.bench.report.Machine;
import dev.kilter.onnx.Execution;
import dev.kilter.onnx.ModelBundle;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kilter bench device}: where a model is best run, and in what batches. */
@Command(
    name = "device",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Measures model bundles on each processor that is there, in batches of each size, and says"
            + " which to use. The CPU is given one thread, as a pipeline gives it.")
public final class DeviceCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "BUNDLE",
      arity = "0..*",
      description = "Folders of model bundles; the models of kilter bench if left out.")
  private List<Path> bundles = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often everything is measured, in turns; ${DEFAULT-VALUE} if left out.")
  private int rounds;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How long each size is measured in a round, after as long to warm up; ${DEFAULT-VALUE} if"
              + " left out.")
  private int seconds;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "4096",
      description =
          "The size of the largest batches; ${DEFAULT-VALUE} if left out. Where the memory does not"
              + " suffice for one, it ends there.")
  private int most;

  @Option(
      names = "--device",
      paramLabel = "N",
      defaultValue = "0",
      description = "The number of the GPU; ${DEFAULT-VALUE} if left out.")
  private int device;

  @Mixin private JsonFile json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    checkNumbers();
    PrintWriter out = spec.commandLine().getOut();
    Machine machine = Machine.here();
    out.printf(
        "%s, Java %s; medians of %d rounds of %d s%n",
        machine.processor(), machine.java(), rounds, seconds);
    List<DeviceReport.OfModel> measured = new ArrayList<>();
    for (ModelBundle bundle : chosen()) {
      DeviceReport.OfModel model = measure(bundle);
      measured.add(model);
      out.printf("%n%s", DeviceTable.of(model));
      out.flush();
    }
    json.write(new DeviceReport(Instant.now().toString(), machine, rounds, seconds, measured));
    return ExitCode.OK;
  }

  private void checkNumbers() {
    if (rounds < 1 || seconds < 1 || device < 0) {
      throw new UserError(
          "--rounds and --seconds are whole numbers from 1, --device is one from 0");
    }
    if (most < 1 || most > Execution.LARGEST_BATCH) {
      throw new UserError(
          "--most is %d; it must be a whole number from 1 to %d"
              .formatted(most, Execution.LARGEST_BATCH));
    }
  }

  private List<ModelBundle> chosen() {
    return bundles.isEmpty()
        ? BenchModel.NAMES.stream().map(name -> BenchModel.load(name).bundle()).toList()
        : bundles.stream().map(ModelBundle::read).toList();
  }

  private DeviceReport.OfModel measure(ModelBundle bundle) {
    Stopwatch stopwatch = new Stopwatch(Duration.ofSeconds(seconds));
    try (ModelOnDevices model = ModelOnDevices.open(bundle, device, most)) {
      for (int round = 0; round < rounds; round++) {
        model.measure(stopwatch);
      }
      return model.report();
    }
  }
}
