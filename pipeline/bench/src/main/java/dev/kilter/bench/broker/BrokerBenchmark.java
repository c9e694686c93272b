package dev.kilter.bench.broker;

import dev.kilter.bench.load.SparseModel;
import dev.kilter.bench.load.Workload;
import dev.kilter.bench.measure.CpuTime;
import java.nio.file.Path;
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

/** Jobs that read a topic: how many records each takes in a second. Needs the command's broker. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BrokerBenchmark {
  static final int MACHINES = 1_000;
  private static final int RECORDS = 4_096;

  /** The peer's name. */
  @Param("")
  public String peer;

  /** The model's name. */
  @Param("bench-lstm-ae-64-every-32")
  public String model;

  /** Where the broker listens. */
  @Param("")
  public String bootstrap;

  /** Where bundles and checkpoints are. */
  @Param("")
  public String folder;

  /** How many events the topic has. */
  @Param("0")
  public long events;

  private EndlessReading reading;

  /** Looks whether the peer does its work right, then lets it read. */
  @Setup(Level.Trial)
  public void start() throws Exception {
    TopicTrial trial = new TopicTrial(bootstrap, Path.of(folder), SparseModel.onGrid(model));
    EventsTopic topic = EventsTopic.of(new Workload(MACHINES), events);
    reading = EndlessReading.start(BrokerPeer.named(peer), trial.pipeline(), topic);
  }

  /** A new job that it may take is not part of the iteration. */
  @Setup(Level.Iteration)
  public void beginIteration() throws Exception {
    reading.beginIteration();
    CpuTime.fromNow();
  }

  /** Waits until so many more have been read. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void records() throws Exception {
    reading.await(RECORDS);
  }

  /** Ends the job. */
  @TearDown(Level.Trial)
  public void stop() throws Exception {
    reading.stop();
  }
}
