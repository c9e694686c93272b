package dev.kilter.tools.calibrate;

import dev.kilter.event.EntityPattern;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.CleanExit;
import dev.kilter.tools.Screen;
import dev.kilter.tools.embedded.ScratchFolder;
import dev.kilter.tools.replay.ReadingOptions;
import dev.kilter.tools.replay.RecordedRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kilter model calibrate}: finishes a contract with what normal data tell. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Fills in scaling, errors, quantiles and golden outputs of a bundle by running the pipeline on"
          + " recordings of normal running. A finished bundle becomes a new version."
    })
public final class CalibrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "BUNDLE",
      description = "The bundle's folder, with model.onnx and model.json.")
  private Path bundle;

  @Option(
      names = "--normal",
      required = true,
      arity = "1..*",
      paramLabel = "RECORDING",
      description = {
        "Recordings, files of bare events, or with --mapping CSV, of normal running that the network",
        "was not trained on; merged by time."
      })
  private List<Path> normal;

  @Mixin private ReadingOptions reading;

  @Option(
      names = "--pipeline",
      paramLabel = "PIPELINE.yaml",
      description = {
        "How events are read, what counts as a value, and the rules of time; its detectors are left",
        "out. If not given: Kilter's own events, and what a file without these rules has."
      })
  private Path pipeline;

  @Option(
      names = "--entities",
      paramLabel = "PATTERN",
      defaultValue = "*",
      description = "Only these entities, as in pump-* (${DEFAULT-VALUE}).")
  private String entities;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = {
        "Where the bundle goes, NAME/VERSION; if not given, a draft is finished where it is, and of a",
        "finished bundle the next version is written beside it."
      })
  private Path to;

  @Option(
      names = "--held-out",
      paramLabel = "SHARE",
      defaultValue = "0.5",
      description = "The share of the data that quantiles are measured on (${DEFAULT-VALUE}).")
  private double heldOut;

  @Option(
      names = "--smoothing",
      paramLabel = "WEIGHT",
      description =
          "The weight of the newest score in the average; if not given, as in model.json.")
  private Double smoothing;

  @Option(names = "--scaling", description = "Measure scaling even where there is one.")
  private boolean scaling;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Tasks side by side (default: one for each processor).")
  private int parallelism = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws Exception {
    check();
    CleanExit exit = CleanExit.install();
    try (exit) {
      Calibration calibration = Calibration.of(order());
      ScratchFolder scratch = exit.closing(ScratchFolder.create("kilter-calibrate-"));
      Screen screen = Screen.ofProcess();
      Outcome outcome = calibration.run(data(calibration, scratch, screen));
      screen.endProgress();
      PrintWriter out = spec.commandLine().getOut();
      new Summary(outcome, pipeline == null).lines().forEach(out::println);
      out.flush();
      return ExitCode.OK;
    }
  }

  private void check() {
    require(heldOut > 0 && heldOut < 1, "--held-out must be between 0 and 1, as in 0.5.");
    require(
        smoothing == null || (smoothing > 0 && smoothing <= 1),
        "--smoothing must be above 0 and at most 1; 1 is no averaging.");
    require(parallelism >= 1, "--parallelism must be 1 or more.");
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  private Order order() {
    return new Order(
        bundle,
        to,
        new Order.Normal(reading.files(normal), pipeline, EntityPattern.of(entities), parallelism),
        new Order.Wishes(heldOut, smoothing, scaling));
  }

  private NormalData data(Calibration calibration, ScratchFolder scratch, Screen screen) {
    PipelineConfig config =
        pipeline == null
            ? new DerivedPipeline(calibration.contract().rows()).in(scratch.path())
            : PipelineConfig.load(pipeline);
    RecordedRun run = new RecordedRun(config, reading.files(normal), parallelism);
    return new NormalData(run, EntityPattern.of(entities), scratch, screen::progress);
  }
}
