package dev.kilter.tools.demo;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Work on a thread of its own, whose failure is not lost and which ends when interrupted. */
final class SideTask implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<?> running;

  private SideTask(Callable<Void> work) {
    running = thread.submit(work);
    thread.shutdown();
  }

  static SideTask start(Callable<Void> work) {
    return new SideTask(work);
  }

  /** Fails if the work has. */
  void check() throws ExecutionException, InterruptedException {
    if (running.isDone()) {
      running.get();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a task did not end when interrupted");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
