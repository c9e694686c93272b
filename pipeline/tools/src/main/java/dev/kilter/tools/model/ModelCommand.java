package dev.kilter.tools.model;

import dev.kilter.tools.explain.ExplainCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code kilter model}: holds the commands about model bundles. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description = "Looks into model bundles, and begins them.",
    subcommands = {
      InitCommand.class,
      InspectCommand.class,
      ExplainCommand.class,
      VerifyCommand.class
    })
public final class ModelCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Which command? There are: init, inspect, explain, verify");
  }
}
