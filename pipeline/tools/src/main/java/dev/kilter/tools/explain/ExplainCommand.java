package dev.kilter.tools.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.UserError;
import dev.kilter.job.Detector;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.replay.InputOptions;
import dev.kilter.tools.report.ExplanationPage;
import dev.kilter.tools.simulate.InstantConverter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code kilter model explain}: why an entity was judged as it was at one instant. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows why an entity was judged as it was: observed against expected, each channel's part in"
          + " the score, and what the gates and cells of the network did over the sequence."
    })
public final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private InputOptions input;

  @Option(
      names = "--pipeline",
      required = true,
      paramLabel = "PIPELINE.yaml",
      description = "The pipeline whose detector judges.")
  private Path pipeline;

  @Option(names = "--entity", required = true, paramLabel = "ENTITY", description = "Who.")
  private String entity;

  @Option(
      names = "--at",
      required = true,
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "When: the time of the newest row, as alerts and scores tell it.")
  private Instant time;

  @Option(
      names = "--detector",
      paramLabel = "ID",
      description = "Which detector, if more than one watches the entity.")
  private String detector;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = {
        "Write explanation.html, a page with pictures, and explanation.json into this folder; in",
        "that of a run, kilter report shows it too."
      })
  private Path folder;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all numbers as JSON.")
  private Path json;

  @Override
  public Integer call() throws Exception {
    input.files().open().close();
    PipelinePlan plan = PipelinePlan.resolve(PipelineConfig.load(pipeline));
    Explanation explanation = new Question(plan, chosen(plan), entity, time).answer(input.files());
    PrintWriter out = spec.commandLine().getOut();
    new ExplanationText(explanation).lines().forEach(out::println);
    write(ExplanationJson.of(explanation));
    out.flush();
    return 0;
  }

  private Detector chosen(PipelinePlan plan) {
    List<Detector> watching =
        plan.detectors().stream()
            .filter(one -> one.sequences().entities().matches(entity))
            .filter(one -> detector == null || one.id().equals(detector))
            .toList();
    if (watching.size() == 1) {
      return watching.get(0);
    }
    List<Detector> named = watching.isEmpty() ? plan.detectors() : watching;
    String ids =
        named.stream()
            .map(one -> one.id() + " (" + one.sequences().entities() + ")")
            .collect(Collectors.joining(", "));
    throw new UserError(
        watching.isEmpty()
            ? "No detector%s watches %s; %s has %s."
                .formatted(detector == null ? "" : " " + detector, entity, pipeline, ids)
            : "More than one detector watches %s; choose with --detector: %s."
                .formatted(entity, ids));
  }

  private void write(ObjectNode explanation) {
    if (json != null) {
      writeJson(json, explanation);
    }
    if (folder != null) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new UserError("The folder " + folder + " cannot be made; name another one.", e);
      }
      writeJson(folder.resolve("explanation.json"), explanation);
      ExplanationPage.write(folder.resolve("explanation.html"), explanation);
      spec.commandLine().getOut().println("Pictures: " + folder.resolve("explanation.html"));
    }
  }

  private static void writeJson(Path file, ObjectNode explanation) {
    try {
      Files.writeString(file, explanation + "\n");
    } catch (IOException e) {
      throw new UserError("Cannot write " + file + "; name a file in a folder that is there.", e);
    }
  }
}
