package dev.kilter.tools.model;

import dev.kilter.tools.calibrate.CalibrateCommand;
import dev.kilter.tools.explain.ExplainCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code kilter model}: holds the commands about model bundles. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description = "Begins model bundles, calibrates and verifies them, and looks into them.",
    subcommands = {
      InitCommand.class,
      CalibrateCommand.class,
      VerifyCommand.class,
      InspectCommand.class,
      ExplainCommand.class
    })
public final class ModelCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Which command? There are: init, calibrate, verify, inspect, explain");
  }
}
