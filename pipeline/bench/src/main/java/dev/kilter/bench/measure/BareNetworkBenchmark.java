package dev.kilter.bench.measure;

import ai.onnxruntime.OrtException;
import dev.kilter.bench.check.ScoreCheck;
import dev.kilter.bench.load.BenchModel;
import dev.kilter.bench.load.Workload;
import dev.kilter.bench.network.BareNetwork;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The limit: the network alone, in a loop, in batches of each size. Of several threads each has its
 * own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BareNetworkBenchmark {
  private static final int SEQUENCES = 512;

  /** How many sequences go through at once. */
  @Param({"1", "2", "4", "8", "16", "32", "64", "128", "256", "512"})
  public int batch;

  /** The model's name. */
  @Param({"bench-lstm-ae-64", "bench-lstm-ae-16", "bench-lstm-forecaster-64"})
  public String model;

  private BareNetwork network;

  /** Looks whether the batch makes no difference, then fills it. */
  @Setup(Level.Trial)
  public void open() throws OrtException {
    BenchModel with = BenchModel.load(model);
    ScoreCheck.checkBatch(with, batch);
    network = BareNetwork.open(with.bundle(), batch);
    network.fill(new Workload(batch), 0);
  }

  /** Runs the batch again and again. */
  @Benchmark
  @OperationsPerInvocation(SEQUENCES)
  public void sequences() throws OrtException {
    for (int done = 0; done < SEQUENCES; done += batch) {
      network.run();
    }
  }

  /** Gives the memory back. */
  @TearDown(Level.Trial)
  public void close() throws OrtException {
    network.close();
  }
}
