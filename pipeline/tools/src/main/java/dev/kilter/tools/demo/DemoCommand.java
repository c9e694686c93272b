package dev.kilter.tools.demo;

import dev.kilter.UserError;
import dev.kilter.tools.CleanExit;
import dev.kilter.tools.RunLog;
import dev.kilter.tools.Screen;
import dev.kilter.tools.simulate.LengthConverter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Shows Kilter at work on this machine alone, and holds what it finds against the truth. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Simulate a fleet of pumps with faults, find them through a real Kafka broker and Flink,"
            + " and count. Needs nothing but this command, and leaves nothing behind but its log.")
public final class DemoCommand implements Callable<Integer> {
  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_ENTITIES = 1000;

  @Option(
      names = "--for",
      defaultValue = "90s",
      paramLabel = "TIME",
      converter = LengthConverter.class,
      description = "How long to produce events, 10s to 1h (${DEFAULT-VALUE}).")
  private Duration feedFor;

  @Option(
      names = "--entities",
      defaultValue = "20",
      paramLabel = "N",
      description = "How many pumps, 1 to 1000 (${DEFAULT-VALUE}).")
  private int entities;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "The same seed has the same faults (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--messy",
      description =
          "Let the same readings arrive as they really do: late, out of order, doubled, irregular,"
              + " partly missing, one channel per message, and rubbish among them.")
  private boolean messy;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the result to this file, too.")
  private Path json;

  @Option(
      names = "--keep-running",
      description = "Go on after the result, with broker and web page, until Ctrl-C.")
  private boolean keepRunning;

  @Option(
      names = "--pipeline",
      paramLabel = "FILE",
      defaultValue = "${sys:kilter.home:-.}/pipeline/tools/examples/pumps.yaml",
      description = "The pipeline to run (pipeline/tools/examples/pumps.yaml).")
  private Path pipelineFile;

  @Override
  public Integer call() throws Exception {
    DemoPlan plan = plan();
    checkJson();
    DemoStage.check(pipelineFile);
    Screen screen = Screen.ofProcess();
    CleanExit exit = CleanExit.install();
    try (exit) {
      Demo demo = new Demo(plan, screen);
      present(demo.run(exit, pipelineFile), screen);
      if (keepRunning) {
        stay(demo, screen);
      }
    } catch (Exception e) { // an interrupted run may fail of anything
      screen.endProgress();
      if (!exit.isInterrupted()) {
        throw e;
      }
    }
    screen.line("Log: " + RunLog.current().file());
    return ExitCode.OK;
  }

  private DemoPlan plan() {
    if (feedFor.compareTo(SHORTEST) < 0 || feedFor.compareTo(LONGEST) > 0) {
      throw new UserError("--for must be 10s to 1h, such as 90s.");
    }
    if (entities < 1 || entities > MOST_ENTITIES) {
      throw new UserError("--entities must be 1 to " + MOST_ENTITIES + ", not " + entities + ".");
    }
    return new DemoPlan(entities, feedFor, seed, messy);
  }

  private void checkJson() {
    if (json == null) {
      return;
    }
    Path folder = json.toAbsolutePath().getParent();
    if (Files.isDirectory(json) || !Files.isWritable(folder)) {
      throw new UserError("Cannot write " + json + "; give --json a file in a writable folder.");
    }
  }

  private void present(DemoResult result, Screen screen) {
    screen.line("");
    ResultTable.of(result).forEach(screen::line);
    screen.line("");
    if (json != null) {
      ResultJson.write(json, result);
      screen.line("Result: " + json);
    }
  }

  private static void stay(Demo demo, Screen screen) throws InterruptedException {
    screen.line("Going on until Ctrl-C.");
    demo.goOn();
    new CountDownLatch(1).await();
  }
}
