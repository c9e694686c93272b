package dev.kilter.tools.evaluate;

import static dev.kilter.tools.lines.LineFiles.closed;
import static dev.kilter.tools.lines.LineFiles.label;
import static dev.kilter.tools.lines.LineFiles.notJudged;
import static dev.kilter.tools.lines.LineFiles.opened;
import static dev.kilter.tools.lines.LineFiles.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilter.UserError;
import dev.kilter.tools.lines.LineFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Evaluations of a run of two entities with a row a minute: a from 0 to 999, with faults from 300
 * to 349 and from 700 to 799, the second missed; b from 0 to 440, without faults, and with a false
 * alarm.
 */
final class EvaluatedRun {
  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  private EvaluatedRun(Path folder) {
    this.folder = folder;
  }

  static EvaluatedRun in(Path folder) {
    List<String> scores = new ArrayList<>();
    scores.add(notJudged("a", 0));
    LongStream.range(1, 1000)
        .mapToObj(i -> score("d", "a", i, i >= 310 && i < 350 ? 9 : 1))
        .forEach(scores::add);
    LongStream.range(0, 441).mapToObj(i -> score("d", "b", i, 1)).forEach(scores::add);
    LineFiles.file(folder, "scores.jsonl", scores.toArray(String[]::new));
    LineFiles.file(
        folder,
        "alerts.jsonl",
        opened("1", "a", 310),
        closed("1", "a", 310, 360),
        opened("2", "b", 400));
    LineFiles.file(folder, "labels.jsonl", label("a", 300, 350), label("a", 700, 800));
    return new EvaluatedRun(folder);
  }

  String out() {
    return out.toString();
  }

  String errors() {
    return errors.toString();
  }

  JsonNode json(String name) throws IOException {
    return JsonMapper.builder().build().readTree(folder.resolve(name).toFile());
  }

  int run(String... more) {
    String[] files = {
      "--scores", folder.resolve("scores.jsonl").toString(),
      "--alerts", folder.resolve("alerts.jsonl").toString(),
      "--labels", folder.resolve("labels.jsonl").toString()
    };
    return new CommandLine(new EvaluateCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .setExecutionExceptionHandler(EvaluatedRun::refused)
        .execute(Stream.of(files, more).flatMap(Stream::of).toArray(String[]::new));
  }

  /** As the whole command line does it. */
  private static int refused(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (!(e instanceof UserError)) {
      throw e;
    }
    command.getErr().println(e.getMessage());
    return 2;
  }
}
