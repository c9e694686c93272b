package dev.kilter.bench.endurance;

import dev.kilter.bench.peer.JobCounts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Looks again and again how a long run stands. */
public final class Sampling {
  private static final long LOOK_NANOS = Duration.ofMillis(5).toNanos();

  /** So long it takes until what is on its way is through. */
  private static final long SETTLED_NANOS = Duration.ofSeconds(2).toNanos();

  private static final double NANOS = 1e9;

  private final int count;
  private final boolean collect;
  private final Consumer<Sample> out;
  private final List<Sample> taken = new ArrayList<>();
  private long beganNanos;
  private long beganCpuNanos;

  /**
   * Looks so many times, in even steps.
   *
   * @param collect whether the heap is collected at each look
   * @param out is told of each
   */
  public Sampling(int count, boolean collect, Consumer<Sample> out) {
    this.count = count;
    this.collect = collect;
    this.out = out;
  }

  List<Sample> taken() {
    return List.copyOf(taken);
  }

  /** Looks until the job has ended; throws what it failed of. */
  void follow(CompletableFuture<?> end, long events, Path rocksDb)
      throws ExecutionException, InterruptedException {
    await(end, 1);
    beganNanos = System.nanoTime();
    beganCpuNanos = ProcessUse.cpuNanos();
    for (int step = 1; step <= count; step++) {
      await(end, events * step / count);
      look(rocksDb);
    }
    end.get();
  }

  private static void await(CompletableFuture<?> end, long events)
      throws ExecutionException, InterruptedException {
    while (JobCounts.sum(JobCounts.TAKEN_IN) < events) {
      if (end.isDone() && JobCounts.sum(JobCounts.TAKEN_IN) < events) {
        end.get();
        throw new IllegalStateException(
            "the job is over, and took in %d events of %d"
                .formatted(JobCounts.sum(JobCounts.TAKEN_IN), events));
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private void look(Path rocksDb) {
    long events = JobCounts.sum(JobCounts.TAKEN_IN);
    double seconds = (System.nanoTime() - beganNanos) / NANOS;
    double cpuSeconds = (ProcessUse.cpuNanos() - beganCpuNanos) / NANOS;
    Sample sample =
        new Sample(
            events,
            seconds,
            cpuSeconds,
            collect ? collected() : ProcessUse.heapBytes(),
            ProcessUse.residentBytes(),
            DiskUse.bytes(rocksDb));
    taken.add(sample);
    out.accept(sample);
  }

  /** What is kept, and not what is on its way, which is now more, now less. */
  private static long collected() {
    Valve.narrow();
    LockSupport.parkNanos(SETTLED_NANOS);
    long bytes = ProcessUse.heapBytesCollected();
    Valve.open();
    return bytes;
  }
}
