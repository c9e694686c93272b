package dev.kilter.bench.measure;

import dev.kilter.bench.peer.RunningPeer;
import java.util.concurrent.ExecutionException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What comes out of a peer that has been started. */
@State(Scope.Benchmark)
public abstract class JobBenchmark {
  private static final int SEQUENCES = 1_024;

  /** The peer, from its start on. */
  protected RunningPeer running;

  /** What was judged between iterations counts for none. */
  @Setup(Level.Iteration)
  public void catchUp() {
    running.catchUp();
  }

  /** Waits until so many more have come out. */
  @Benchmark
  @OperationsPerInvocation(SEQUENCES)
  public void sequences() throws ExecutionException, InterruptedException {
    running.await(SEQUENCES);
  }

  /** Ends its work. */
  @TearDown(Level.Trial)
  public void stop() throws ExecutionException, InterruptedException {
    running.stop();
  }
}
