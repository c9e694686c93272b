package dev.kilter.tools.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Simulates a fleet of pumps and writes its events, and beside them the truth about its faults. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Simulate a fleet of pumps and their faults, into a file or a Kafka topic.")
public final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PlanOptions planOptions;
  @Mixin private TargetOptions targetOptions;

  @Option(
      names = "--speed",
      defaultValue = "max",
      paramLabel = "SPEED",
      converter = Speed.Converter.class,
      description = "Simulated time per real time, such as 600x, or max (${DEFAULT-VALUE}).")
  private Speed speed;

  @Option(
      names = "--messy",
      description =
          "Let the same readings arrive as they really do: late, out of order, doubled, irregular,"
              + " partly missing, one channel per message, and rubbish among them.")
  private boolean messy;

  @Option(names = "--catalogue", description = "Print the catalogue of faults and exit.")
  private boolean catalogue;

  @Override
  public Integer call() throws InterruptedException {
    if (catalogue) {
      CatalogueTable.print(spec.commandLine().getOut());
      return 0;
    }
    try {
      SimulationPlan plan = planOptions.plan();
      targetOptions.check(planOptions.hasFaults());
      simulate(new Simulation(plan), plan.fromMillis());
      return 0;
    } catch (IllegalArgumentException e) {
      throw refusal(e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw refusal("There is no folder for " + e.getFile() + ".", e);
    } catch (FileSystemException e) {
      throw refusal("Cannot write " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw refusal(e.getMessage(), e);
    }
  }

  private ParameterException refusal(String sentence, Exception cause) {
    return new ParameterException(spec.commandLine(), sentence, cause);
  }

  private void simulate(Simulation simulation, long fromMillis)
      throws IOException, InterruptedException {
    try (ReadingSink sink = targetOptions.open()) {
      Optional<Path> truth = targetOptions.truthFile();
      if (truth.isPresent()) {
        TruthJson.write(truth.get(), simulation.faults());
      }
      write(simulation, sink, new Pace(speed, fromMillis, System::nanoTime));
    }
  }

  private void write(Simulation simulation, ReadingSink sink, Pace pace)
      throws IOException, InterruptedException {
    Progress progress = new Progress(terminal(), simulation.size());
    long written = 0;
    Transmission transmission = transmission();
    for (Reading reading : simulation) {
      pace.await(reading.timeMillis());
      write(transmission.take(reading), sink);
      progress.written(++written);
    }
    write(transmission.rest(), sink);
  }

  private Transmission transmission() {
    return messy ? new MessyTransmission(planOptions.seed()) : Transmission.clean();
  }

  private static void write(List<Delivery> deliveries, ReadingSink sink) throws IOException {
    for (Delivery delivery : deliveries) {
      sink.write(delivery);
    }
  }

  /** Nowhere when nobody watches. */
  private static PrintStream terminal() {
    return Ansi.AUTO.enabled() ? System.err : new PrintStream(OutputStream.nullOutputStream());
  }
}
