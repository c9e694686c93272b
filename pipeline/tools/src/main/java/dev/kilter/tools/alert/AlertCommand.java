package dev.kilter.tools.alert;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code kilter alert}: holds the commands about single alerts. */
@Command(
    name = "alert",
    mixinStandardHelpOptions = true,
    description = "Looks into single alerts.",
    subcommands = ShowCommand.class)
public final class AlertCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? There is: show");
  }
}
