package dev.kilter.bench.measure;

import dev.kilter.bench.check.ScoreCheck;
import dev.kilter.bench.load.BenchModel;
import dev.kilter.bench.load.Workload;
import dev.kilter.bench.peer.Peer;
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

/** Whole pipelines: how many sequences come out of each in a second, once its scores are right. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PipelineBenchmark extends JobBenchmark {
  private static final Workload LOAD = new Workload(1_000);

  /** The peer's name. */
  @Param({
    "kilter",
    "textbook",
    "textbook-tidy",
    "async",
    "djl",
    "djl-batch",
    "kafka-streams",
    "random-cut-forest",
    "random-cut-forest-8"
  })
  public String peer;

  /** The model's name. */
  @Param({"bench-lstm-ae-64", "bench-lstm-ae-16"})
  public String model;

  /** Looks whether the peer does its work right, then lets it run. */
  @Setup(Level.Trial)
  public void start() throws Exception {
    Peer measured = Peer.named(peer);
    measured.prepare();
    BenchModel with = BenchModel.load(model);
    ScoreCheck.check(measured, with);
    running = measured.with(with).start(LOAD);
  }
}
