package dev.kilter.tools.report;

import dev.kilter.UserError;
import dev.kilter.job.config.ChannelConfig;
import dev.kilter.job.config.PipelineConfig;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kilter report}: one web page from the result files of a run. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes one web page of a run: scores, incidents, health, what was observed and what was"
          + " expected.",
      "It needs no network and no other file."
    })
public final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN_FOLDER",
      description =
          "With rows.jsonl, scores.jsonl, alerts.jsonl, dead-letters.jsonl; health.jsonl if any.")
  private Path folder;

  @Option(names = "--to", required = true, paramLabel = "FILE", description = "The page.")
  private Path target;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "The truth as JSON lines: entity, from, to, and if known kind.")
  private Path labels;

  @Option(
      names = "--evaluation",
      paramLabel = "FILE",
      description = "Measures to show, as kilter evaluate --json writes them.")
  private Path evaluation;

  @Option(
      names = "--pipeline",
      paramLabel = "FILE",
      description = "The pipeline file of the run, for the units of its channels.")
  private Path pipeline;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "What the page is called; the folder's name if not given.")
  private String title;

  @Override
  public Integer call() {
    if (!Files.isDirectory(folder)) {
      throw new UserError("There is no folder " + folder + "; give the folder of a replay.");
    }
    Run run = Run.read(folder, labels, evaluation, units());
    if (run.history().entities().isEmpty()) {
      throw new UserError(folder + " has neither rows nor scores, so there is nothing to show.");
    }
    warn(run.strayIncidents(), "incidents");
    warn(run.strayLabels(), "labels");
    warn(run.strayHealth(), "health findings");
    write(run, Explained.read(folder));
    say(run);
    return 0;
  }

  private Map<String, String> units() {
    return pipeline == null
        ? Map.of()
        : PipelineConfig.load(pipeline).events().channels().stream()
            .collect(Collectors.toMap(ChannelConfig::name, ChannelConfig::unit));
  }

  private void warn(long count, String what) {
    if (count > 0) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "Left out, since their entities have no rows and no scores: " + count + " " + what + ".");
      err.flush();
    }
  }

  private void write(Run run, Explained explained) {
    try (BufferedWriter out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
      ReportPage.write(title(), run, explained, out);
    } catch (IOException e) {
      throw new UserError(
          "Cannot write " + target + "; give --to a file in a folder that is there.", e);
    }
  }

  private String title() {
    return title == null ? folder.toAbsolutePath().normalize().getFileName().toString() : title;
  }

  private void say(Run run) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        String.format(
            Locale.ROOT,
            "%s: entities %,d, moments %,d, incidents %,d, %.1f MB",
            target,
            run.history().entities().size(),
            run.history().moments(),
            run.incidents().size(),
            target.toFile().length() / 1e6));
    out.flush();
  }
}
