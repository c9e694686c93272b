package dev.kilter.tools.model;

import dev.kilter.UserError;
import dev.kilter.onnx.BundleName;
import dev.kilter.onnx.ContractDraft;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code kilter model init}: the first draft of a contract, for a network of others.
 */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the first draft of model.json for a network, from what its graph tells, and says"
          + " line by line what it could not know."
    })
public final class InitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE.onnx", description = "The network.")
  private Path file;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "The bundle's folder, NAME/VERSION; if not given, the one the network is in.")
  private Path to;

  @Override
  public Integer call() {
    byte[] network = network();
    Path folder = to == null ? file.toAbsolutePath().getParent() : to;
    BundleName name = BundleName.of(folder.toAbsolutePath().normalize(), file);
    ContractDraft draft = ContractDraft.of(network, file.toString(), name.name(), name.version());
    write(folder, network, draft);
    tell(folder, draft);
    return 0;
  }

  private byte[] network() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError("There is no network to read at " + file + ".", e);
    }
  }

  private static void write(Path folder, byte[] network, ContractDraft draft) {
    Path contract = folder.resolve("model.json");
    Path target = folder.resolve("model.onnx");
    if (Files.exists(contract)) {
      throw new UserError(
          contract + " exists and is not overwritten; name another folder with --to.");
    }
    try {
      Files.createDirectories(folder);
      if (!Files.exists(target)) {
        Files.write(target, network);
      } else if (!Arrays.equals(Files.readAllBytes(target), network)) {
        throw new UserError(target + " is another network; name another folder with --to.");
      }
      Files.writeString(contract, draft.json());
    } catch (IOException e) {
      throw new UserError("The folder " + folder + " cannot be written to: " + e + ".", e);
    }
  }

  private void tell(Path folder, ContractDraft draft) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Wrote " + folder.resolve("model.json") + ". What the graph tells:");
    draft.known().forEach(line -> out.println("  " + line));
    out.println("Look at these, and fill in what is null:");
    draft.open().forEach(line -> out.println("  " + line));
    if (draft.measured().isEmpty()) {
      out.println("Write golden.json where it was trained. Then: ./kilter model verify " + folder);
    } else {
      out.println("What normal data tell:");
      draft.measured().forEach(line -> out.println("  " + line));
      out.println("Then: ./kilter model calibrate " + folder + " --normal RECORDING");
    }
    out.flush();
  }
}
