package dev.kilter.tools.model;

import dev.kilter.UserError;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.NetworkInspection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kilter model inspect}: draws a network and tells what is known of it. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "Draws the layers of a model, gate by gate with the shapes and norms of their weights, and"
          + " tells its parameters, operations, memory, contract and provenance."
    })
public final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "BUNDLE",
      description = "A bundle's folder, as in models/zoo/pump-lstm-ae/1; or a network, FILE.onnx.")
  private Path place;

  @Option(names = "--json", description = "The same as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (place.toString().endsWith(".onnx")) {
      tell(NetworkInspection.of(network(), place.toString()), null, out);
    } else {
      ModelBundle bundle = ModelBundle.read(place);
      tell(NetworkInspection.of(bundle), bundle, out);
    }
    out.flush();
    return 0;
  }

  private void tell(NetworkInspection inspection, ModelBundle bundle, PrintWriter out) {
    if (json) {
      out.println(InspectionJson.of(inspection, bundle).toPrettyString());
      return;
    }
    new NetworkDrawing(inspection).lines().forEach(out::println);
    new NetworkFacts(inspection).lines().forEach(out::println);
    inspection.contract().map(ContractFacts::new).ifPresent(f -> f.lines().forEach(out::println));
  }

  private byte[] network() {
    try {
      return Files.readAllBytes(place);
    } catch (IOException e) {
      throw new UserError("There is no network to read at " + place + ".", e);
    }
  }
}
