package dev.kilter.tools.calibrate;

import dev.kilter.tools.model.ModelCommand;
import dev.kilter.tools.replay.ReplayCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** One run of a command: how it ended, and what it said. */
record ToolRun(int code, String output, Exception failure) {

  static ToolRun model(Object... arguments) {
    return of(new ModelCommand(), arguments);
  }

  static ToolRun replay(Object... arguments) {
    return of(new ReplayCommand(), arguments);
  }

  static ToolRun of(Object command, Object... arguments) {
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

  /** What init left open and only a person knows, filled in. */
  static Path filledIn(Path bundle) throws IOException {
    Path contract = bundle.resolve("model.json");
    String draft = Files.readString(contract);
    String[] units = {"Cel", "mm/s", "rpm"};
    for (int channel = 0; channel < units.length; channel++) {
      draft =
          draft
              .replaceFirst(
                  "\"name\" : null", "\"name\" : \"" + NormalBoilers.CHANNELS.get(channel) + '"')
              .replaceFirst("\"unit\" : null", "\"unit\" : \"" + units[channel] + '"')
              .replaceFirst("\"maximumAge\" : null", "\"maximumAge\" : \"PT60S\"");
    }
    Files.writeString(contract, draft.replace("\"period\" : null", "\"period\" : \"PT10S\""));
    return bundle;
  }
}
