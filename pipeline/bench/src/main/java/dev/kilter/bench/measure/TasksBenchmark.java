package dev.kilter.bench.measure;

import dev.kilter.bench.check.ScoreCheck;
import dev.kilter.bench.load.BenchModel;
import dev.kilter.bench.load.Workload;
import dev.kilter.bench.peer.KilterPeer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Kilter alone in several tasks of each kind, once its scores are right. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TasksBenchmark extends JobBenchmark {
  private static final Workload LOAD = new Workload(1_000);

  /** How many tasks of each kind. */
  @Param({"1", "2"})
  public int tasks;

  /** The model's name. */
  @Param({"bench-lstm-ae-64", "bench-lstm-ae-16"})
  public String model;

  /** Looks whether it does its work right, then lets it run. */
  @Setup(Level.Trial)
  public void start() throws Exception {
    BenchModel with = BenchModel.load(model);
    ScoreCheck.check(with, tasks);
    running = new KilterPeer(with.plan(), tasks).start(LOAD);
  }
}
