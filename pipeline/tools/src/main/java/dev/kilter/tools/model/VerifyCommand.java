package dev.kilter.tools.model;

import static dev.kilter.tools.demo.HumanNumbers.grouped;

import dev.kilter.onnx.Admission;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code kilter model verify}: admits bundles as the pipeline would, or says why not.
 */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks model bundles as the pipeline does before it uses one: hash, tensors, golden"
          + " outputs, a batch against its sequences one by one, and NaN."
    })
public final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "BUNDLE",
      description = "A bundle's folder, as in models/zoo/pump-lstm-ae/1.")
  private List<Path> bundles;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (Path folder : bundles) {
      ModelBundle bundle = ModelBundle.read(folder);
      Admission.admit(bundle).close();
      ModelContract contract = bundle.contract();
      out.println(
          folder
              + " is admitted: "
              + contract.reference()
              + ", "
              + contract.kind()
              + entities(bundle));
    }
    out.flush();
    return 0;
  }

  private static String entities(ModelBundle bundle) {
    if (bundle.entitiesJson() == null) {
      return "";
    }
    return ", with statistics of " + grouped(bundle.statistics().own().size()) + " entities";
  }
}
