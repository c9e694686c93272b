package dev.kilter.tools.pipeline;

import dev.kilter.job.config.PipelineConfig;
import dev.kilter.tools.CleanExit;
import dev.kilter.tools.RunLog;
import dev.kilter.tools.Screen;
import dev.kilter.tools.embedded.EmbeddedFlink;
import dev.kilter.tools.embedded.FlinkOptions;
import dev.kilter.tools.embedded.ScratchFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code kilter run}: a pipeline in the embedded Flink, against a Kafka that is there.
 */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs a pipeline in this process against the Kafka its file names, until Ctrl-C.",
      "With a checkpoint directory in the file, Ctrl-C saves the state and says how to go on from it."
    })
public final class RunCommand implements Callable<Integer> {
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
  private static final int HIGHEST_PORT = 65_535;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PIPELINE.yaml", description = "The pipeline file.")
  private Path file;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Tasks side by side (default: one for each processor).")
  private int parallelism = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--web-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of Flink's web page (default: any free one).")
  private int webPort;

  @Option(
      names = "--restore",
      paramLabel = "SAVEPOINT",
      description = "Go on from this savepoint or checkpoint.")
  private String restore;

  @Override
  public Integer call() throws Exception {
    checkArguments();
    PipelineConfig config = PipelineConfig.load(file);
    CheckpointFolder.check(config.checkpoints());
    RestorePoint.check(restore);
    Screen screen = Screen.ofProcess();
    CleanExit exit = CleanExit.install();
    try (exit) {
      run(config, exit, screen);
      return ExitCode.OK;
    } finally {
      screen.endProgress();
      screen.line("Log: " + RunLog.current().file());
    }
  }

  private void checkArguments() {
    if (parallelism < 1) {
      throw new ParameterException(spec.commandLine(), "--parallelism must be 1 or more.");
    }
    if (webPort < 0 || webPort > HIGHEST_PORT) {
      throw new ParameterException(spec.commandLine(), "--web-port must be 0 to 65535.");
    }
  }

  private void run(PipelineConfig config, CleanExit exit, Screen screen) throws Exception {
    ScratchFolder scratch = exit.closing(ScratchFolder.create("kilter-run-"));
    FlinkOptions options = new FlinkOptions(parallelism, scratch.folder("flink"), webPort, restore);
    EmbeddedFlink flink = exit.closing(EmbeddedFlink.start(config, options));
    try {
      flink.awaitRunning();
      introduce(config, flink, screen);
      watch(flink);
    } catch (InterruptedException | IllegalStateException e) {
      if (!exit.isInterrupted()) {
        throw e;
      }
      exit.forgetInterrupt();
      save(config, flink, screen);
    }
  }

  private static void introduce(PipelineConfig config, EmbeddedFlink flink, Screen screen)
      throws Exception {
    screen.line(
        "Pipeline %s: %s → %s on %s"
            .formatted(
                config.name(),
                config.kafka().events(),
                config.kafka().alerts(),
                config.kafka().bootstrap()));
    screen.line("Flink shows itself at " + flink.webPage() + ". Ctrl-C stops.");
  }

  private static void watch(EmbeddedFlink flink) throws Exception {
    while (true) {
      flink.check();
      Thread.sleep(BEAT.toMillis());
    }
  }

  private void save(PipelineConfig config, EmbeddedFlink flink, Screen screen) throws Exception {
    String directory = config.checkpoints().directory();
    if (directory == null) {
      screen.line("Stopped. Nothing is kept: the pipeline file names no checkpoint directory.");
      return;
    }
    screen.line("Stopping…");
    try {
      String savepoint = flink.stopWithSavepoint(directory);
      screen.line("Stopped. To go on from here: ./kilter run " + file + " --restore " + savepoint);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("no savepoint", e);
      screen.line(
          "Stopped, but the state could not be saved ("
              + EmbeddedFlink.deepestCause(e)
              + "). The checkpoints made so far are in "
              + directory
              + "; one of them can be given to --restore.");
    }
  }
}
