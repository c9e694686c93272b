package dev.kilter.tools;

import dev.kilter.tools.model.ModelCommand;
import dev.kilter.tools.replay.ReplayCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** One run of a command: how it ended, and what it said. */
public record ToolRun(int code, String output, Exception failure) {

  public static ToolRun model(Object... arguments) {
    return of(new ModelCommand(), arguments);
  }

  public static ToolRun replay(Object... arguments) {
    return of(new ReplayCommand(), arguments);
  }

  public static ToolRun of(Object command, Object... arguments) {
    StringWriter output = new StringWriter();
    Exception[] failure = new Exception[1];
    String[] words = new String[arguments.length];
    for (int word = 0; word < words.length; word++) {
      words[word] = arguments[word].toString();
    }
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(output, true))
            .setErr(new PrintWriter(output, true))
            .setExecutionExceptionHandler(
                (e, line, parsed) -> {
                  failure[0] = e;
                  return 2;
                })
            .execute(words);
    return new ToolRun(code, output.toString(), failure[0]);
  }
}
