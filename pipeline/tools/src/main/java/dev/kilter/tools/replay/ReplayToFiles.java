package dev.kilter.tools.replay;

import dev.kilter.UserError;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.control.DecodedControl;
import dev.kilter.tools.CleanExit;
import dev.kilter.tools.Screen;
import dev.kilter.tools.demo.HumanNumbers;
import dev.kilter.tools.embedded.ScratchFolder;
import dev.kilter.tools.recording.Label;
import dev.kilter.tools.recording.LabelsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Replays recordings through a pipeline into result files, and shows how far it has come. */
final class ReplayToFiles {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Order order;
  private final Screen screen;

  ReplayToFiles(Order order, Screen screen) {
    this.order = order;
    this.screen = screen;
  }

  /**
   * What is to be done.
   *
   * @param pipeline the pipeline file
   * @param rowsAs the file that says how a model wants its rows, or null: no such rows
   * @param control the file of what people said meanwhile, or null: nothing
   * @param folder for the result files
   * @param parallelism tasks side by side
   */
  record Order(Path pipeline, Path rowsAs, Path control, Path folder, int parallelism) {}

  void run(RecordedFiles files, CleanExit exit) throws Exception {
    PipelineConfig config = PipelineConfig.load(order.pipeline);
    WantedRows wanted = order.rowsAs == null ? null : WantedRows.read(order.rowsAs, config);
    List<DecodedControl> control =
        order.control == null ? List.of() : ControlFile.read(order.control, config);
    makeFolder();
    List<Label> labels = files.labels();
    ScratchFolder scratch = exit.closing(ScratchFolder.create("kilter-replay-"));
    ReplayMeter meter = ReplayMeter.current();
    meter.begin();
    ReplayResult result =
        new ReplayPipeline(
                PipelinePlan.resolve(config), wanted, control, order.parallelism, scratch)
            .run(files, order.folder, () -> screen.progress(progress(meter)));
    screen.endProgress();
    if (!labels.isEmpty()) {
      LabelsFile.write(order.folder.resolve("labels.jsonl"), labels);
    }
    screen.line(summary(meter, result));
    if (config.groups() != null) {
      screen.line(HumanNumbers.grouped(result.groups()) + " messages about groups of incidents");
    }
    if (!control.isEmpty()) {
      screen.line(
          "%s control messages heard, %s answers to verdicts"
              .formatted(
                  HumanNumbers.grouped(control.size()), HumanNumbers.grouped(result.feedback())));
    }
  }

  private void makeFolder() {
    try {
      Files.createDirectories(order.folder);
    } catch (IOException e) {
      throw new UserError(
          "The folder "
              + order.folder
              + " cannot be made; give --out a folder that can be written to.",
          e);
    }
  }

  private static String progress(ReplayMeter meter) {
    return "%d %%  %s events read"
        .formatted((int) (100 * meter.share()), HumanNumbers.grouped(meter.events()));
  }

  private static String summary(ReplayMeter meter, ReplayResult result) {
    double seconds = result.took().toNanos() / NANOS_PER_SECOND;
    return "%s events in %.1f s, %s/s: %s alerts, %s scores, %s health messages, %s dead letters in %s"
        .formatted(
            HumanNumbers.grouped(meter.events()),
            seconds,
            HumanNumbers.grouped(Math.round(meter.events() / seconds)),
            HumanNumbers.grouped(result.alerts()),
            HumanNumbers.grouped(result.scores()),
            HumanNumbers.grouped(result.health()),
            HumanNumbers.grouped(result.deadLetters()),
            result.folder());
  }
}
