package dev.kilter.tools;

import dev.kilter.tools.alert.AlertCommand;
import dev.kilter.tools.compare.CompareCommand;
import dev.kilter.tools.control.FeedbackCommand;
import dev.kilter.tools.control.LabelsCommand;
import dev.kilter.tools.control.SilenceCommand;
import dev.kilter.tools.demo.DemoCommand;
import dev.kilter.tools.evaluate.EvaluateCommand;
import dev.kilter.tools.model.ModelCommand;
import dev.kilter.tools.notify.NotifyCommand;
import dev.kilter.tools.pipeline.RunCommand;
import dev.kilter.tools.pipeline.ValidateCommand;
import dev.kilter.tools.record.RecordCommand;
import dev.kilter.tools.redrive.RedriveCommand;
import dev.kilter.tools.replay.ReplayCommand;
import dev.kilter.tools.report.ReportCommand;
import dev.kilter.tools.simulate.SimulateCommand;
import dev.kilter.tools.tail.TailCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code kilter}: finds the subcommand, and says in one sentence what went wrong. */
@Command(
    name = "kilter",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Says when a machine is off kilter, where, and why.",
    footer = {
      "",
      "kilter bench measures its speed, beside others; kilter cluster starts a cluster on this"
          + " machine, and kilter faults breaks one. They are built when first asked for."
    },
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      ValidateCommand.class,
      AlertCommand.class,
      CompareCommand.class,
      SimulateCommand.class,
      EvaluateCommand.class,
      NotifyCommand.class,
      RecordCommand.class,
      RedriveCommand.class,
      ReplayCommand.class,
      ReportCommand.class,
      SilenceCommand.class,
      FeedbackCommand.class,
      LabelsCommand.class,
      TailCommand.class,
      ModelCommand.class
    })
public final class KilterCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  public static void main(String[] arguments) {
    run(arguments);
  }

  /**
   * Runs the command line and ends the process.
   *
   * @param more subcommands that are on no product class path
   */
  public static void run(String[] arguments, Object... more) {
    RunLog.begin();
    ProcessEnd.install();
    System.exit(commandLine(more).execute(arguments));
  }

  /** The whole command line, ready to execute. */
  static CommandLine commandLine(Object... more) {
    KilterCommand kilter = new KilterCommand();
    Refusals refusals = new Refusals(() -> kilter.debug);
    CommandLine commandLine = new CommandLine(kilter);
    for (Object subcommand : more) {
      commandLine.addSubcommand(subcommand);
    }
    return commandLine
        .setParameterExceptionHandler(refusals::wrongArguments)
        .setExecutionExceptionHandler(refusals::failed);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
