package dev.kilter.tools.evaluate;

import dev.kilter.UserError;
import dev.kilter.tools.health.HealthFile;
import dev.kilter.tools.health.HealthSpan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code kilter evaluate}: holds what a detector said against the truth. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Holds the scores and alerts of a detector against labels, and beside them what needs no"
          + " skill.",
      "Files are JSON lines, compressed where they end in .gz or .zst."
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--scores",
      required = true,
      paramLabel = "FILE",
      description = "What is in the scores topic.")
  private Path scores;

  @Option(
      names = "--alerts",
      required = true,
      paramLabel = "FILE",
      description = "What is in the alerts topic.")
  private Path alerts;

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "FILE",
      description = "The truth: entity, from, to, and if known kind.")
  private Path labels;

  @Option(
      names = "--health",
      paramLabel = "FILE",
      description = {
        "What is in the health topic: what it found is told apart from the alerts.",
        "If not given, health.jsonl beside the scores, where there is one."
      })
  private Path health;

  @Option(
      names = "--detector",
      paramLabel = "ID",
      description = "Which detector, if the scores are of more than one.")
  private String detector;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Of the row \"random\" (${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--by-entity", description = "Add a table with a row for each entity.")
  private boolean byEntity;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON.")
  private Path json;

  @Option(names = "--markdown", paramLabel = "FILE", description = "Write the tables as Markdown.")
  private Path markdown;

  @Override
  public Integer call() {
    Evaluation evaluation = evaluate();
    Report report = new Report(evaluation, byEntity);
    PrintWriter out = spec.commandLine().getOut();
    report.text().forEach(out::println);
    out.flush();
    if (json != null) {
      write("--json", json, EvaluationJson.of(evaluation));
    }
    if (markdown != null) {
      write("--markdown", markdown, String.join("\n", report.markdown()) + "\n");
    }
    return 0;
  }

  private Evaluation evaluate() {
    Warnings warnings = new Warnings(spec.commandLine().getErr());
    ScoredRows scored = ScoreFile.read(scores, detector);
    var incidents = AlertFile.read(alerts, scored, warnings::add);
    var truth = LabelFile.read(labels, scored.byName(), warnings::add);
    warnings.end();
    List<WatchedEntity> entities =
        scored.entities().stream()
            .map(
                rows ->
                    new WatchedEntity(
                        rows,
                        truth.getOrDefault(rows.entity(), List.of()),
                        incidents.getOrDefault(rows.entity(), List.of())))
            .toList();
    return Evaluation.of(scored.detector(), seed, entities, healthOf(scored.detector()));
  }

  /** What concerns the detector; null where there is no file. */
  private List<HealthSpan> healthOf(String detector) {
    Path beside = scores.resolveSibling(HealthFile.NAME);
    Path file = health == null && Files.exists(beside) ? beside : health;
    return file == null
        ? null
        : HealthFile.read(file).stream().filter(span -> span.concerns(detector)).toList();
  }

  private static void write(String option, Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UserError(
          "Cannot write " + file + "; give " + option + " a file in a folder that is there.", e);
    }
  }
}
