package dev.kilter.bench.measure;

import dev.kilter.tools.RunLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs trials with JMH, each in a process of its own on one core. */
public final class Runs {
  private static final TimeValue SECOND = TimeValue.seconds(1);
  private static final TimeValue PATIENCE = TimeValue.minutes(1);

  private final int seconds;
  private final Optional<Path> java;
  private int run;

  /**
   * Runs of this length.
   *
   * @param seconds how long each measures, after as long to warm up
   * @param core where, if a process can be kept on one
   */
  public Runs(int seconds, Optional<Core> core) throws IOException {
    this.seconds = seconds;
    this.java = core.isPresent() ? Optional.of(core.get().java()) : Optional.empty();
  }

  /**
   * Measures once.
   *
   * @throws IllegalStateException when the process failed, as it does when scores are wrong
   */
  public Figure run(Trial trial) {
    String said = RunLog.current().file() + ".jmh-" + ++run;
    try {
      RunResult result = new Runner(options(trial, said)).runSingle();
      return new Figure(
          result.getPrimaryResult().getScore(),
          result.getSecondaryResults().get(CpuTime.CORES).getScore());
    } catch (RunnerException e) {
      throw new IllegalStateException(
          "%s with %s could not be measured; %s says why"
              .formatted(trial.label(), trial.model(), said),
          e);
    }
  }

  private Options options(Trial trial, String output) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + trial.benchmark().getName() + "\\.")
            .forks(1)
            .warmupIterations(seconds)
            .warmupTime(SECOND)
            .measurementIterations(seconds)
            .measurementTime(SECOND)
            .addProfiler(CpuTime.class)
            .verbosity(VerboseMode.NORMAL)
            .output(output)
            .timeout(PATIENCE)
            .shouldFailOnError(true)
            .jvmArgsAppend("-Xms2g", "-Dkilter.log=" + RunLog.current().file());
    trial.parameters().forEach(options::param);
    java.ifPresent(program -> options.jvm(program.toString()));
    return options.build();
  }
}
