package dev.kilter.tools;

import dev.kilter.UserError;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** How the command line ends when it cannot do what it was told: a sentence and an exit code. */
final class Refusals {
  private final BooleanSupplier debug;

  Refusals(BooleanSupplier debug) {
    this.debug = debug;
  }

  /** For arguments that make no sense. */
  int wrongArguments(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(sentence(e));
    if (!UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("Try: ./" + command.getCommandSpec().qualifiedName() + " --help");
    }
    trace(e, err);
    return ExitCode.USAGE;
  }

  /** For whatever went wrong later: 2 if the user can mend it, 1 if not. */
  int failed(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof UserError) {
      err.println(e.getMessage());
      trace(e, err);
      return ExitCode.USAGE;
    }
    Logger log = LoggerFactory.getLogger(Refusals.class);
    log.error("failed", e);
    err.println("Something went wrong: " + sentence(e));
    err.println("More is in " + RunLog.current().file());
    trace(e, err);
    return ExitCode.SOFTWARE;
  }

  private void trace(Exception e, PrintWriter err) {
    if (debug.getAsBoolean()) {
      e.printStackTrace(err);
    }
  }

  private static String sentence(Exception e) {
    String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }
}
