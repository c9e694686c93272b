package dev.kilter.bench.measure;

import dev.kilter.tools.RunLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** On one core the compiler takes as long until what it finds is less than one in a hundred. */
  private static final int JOB_WARM_UP = 40;

  private static final TimeValue PATIENCE = TimeValue.minutes(1);

  private static final AtomicInteger RUN = new AtomicInteger();

  private final int seconds;
  private final Optional<Path> java;

  /**
   * Runs of this length.
   *
   * @param seconds how long each measures, after as long to warm up; jobs warm up for longer
   * @param core where, if a process can be kept on one
   */
  public Runs(int seconds, Optional<Core> core) throws IOException {
    this(core.isPresent() ? Optional.of(core.get().java()) : Optional.empty(), seconds);
  }

  private Runs(Optional<Path> java, int seconds) {
    this.seconds = seconds;
    this.java = java;
  }

  /** The same on several cores. */
  public static Runs on(Cores cores, int seconds) throws IOException {
    return new Runs(Optional.of(cores.java()), seconds);
  }

  /**
   * Measures once.
   *
   * @throws IllegalStateException when the process failed, as it does when scores are wrong
   */
  public Figure run(Trial trial) {
    int warmUp = trial.benchmark() == BareNetworkBenchmark.class ? seconds : JOB_WARM_UP;
    String what = trial.label() + " with " + trial.model();
    return measure(what, options(trial).warmupIterations(warmUp));
  }

  /**
   * Measures once, warmed up as a job is.
   *
   * @param what it is, for messages
   * @param options of JMH beside what all have
   * @throws IllegalStateException when the process failed, as it does when scores are wrong
   */
  public Figure run(String what, ChainedOptionsBuilder options) {
    return measure(what, options.warmupIterations(JOB_WARM_UP));
  }

  private Figure measure(String what, ChainedOptionsBuilder options) {
    String said = RunLog.current().file() + ".jmh-" + RUN.incrementAndGet();
    try {
      RunResult result = new Runner(complete(options, said)).runSingle();
      return new Figure(
          result.getPrimaryResult().getScore(),
          result.getSecondaryResults().get(CpuTime.CORES).getScore());
    } catch (RunnerException e) {
      throw new IllegalStateException(
          "%s could not be measured; %s says why".formatted(what, said), e);
    }
  }

  private static ChainedOptionsBuilder options(Trial trial) {
    ChainedOptionsBuilder options =
        new OptionsBuilder().include("^" + trial.benchmark().getName() + "\\.");
    trial.parameters().forEach(options::param);
    return options;
  }

  private Options complete(ChainedOptionsBuilder options, String output) {
    options
        .forks(1)
        .warmupTime(SECOND)
        .measurementIterations(seconds)
        .measurementTime(SECOND)
        .addProfiler(CpuTime.class)
        .verbosity(VerboseMode.NORMAL)
        .output(output)
        .timeout(PATIENCE)
        .shouldFailOnError(true)
        .jvmArgsAppend("-Xms2g", "-Dkilter.log=" + RunLog.current().file());
    java.ifPresent(program -> options.jvm(program.toString()));
    return options.build();
  }
}
