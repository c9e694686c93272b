package dev.kilter.job.operator;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Has a thread beside the task score, so that the task makes the next batch meanwhile. */
final class ThreadRunner implements BatchRunner {
  private static final String NAME = "kilter-score";

  private final BatchScoring scoring;
  private final Runnable onArrival;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(ThreadRunner::named);
  private FutureTask<Void> last;

  /**
   * A runner with a thread of its own.
   *
   * @param scoring what is done
   * @param onArrival is called on that thread whenever a batch has been scored, or has failed
   */
  ThreadRunner(BatchScoring scoring, Runnable onArrival) {
    this.scoring = scoring;
    this.onArrival = onArrival;
  }

  private static Thread named(Runnable runs) {
    Thread thread = new Thread(runs, NAME);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void start(PendingBatch batch) {
    last =
        new FutureTask<>(() -> scoring.score(batch), null) {
          @Override
          protected void done() {
            onArrival.run();
          }
        };
    thread.execute(last);
  }

  @Override
  public boolean isBusy() {
    return last != null && !last.isDone();
  }

  @Override
  public void await() throws Exception {
    try {
      last.get();
    } catch (ExecutionException e) {
      throw asThrown(e.getCause());
    }
  }

  private static Exception asThrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (Exception) cause;
  }

  /** Not to be interrupted: what is being run is closed next. */
  @Override
  public void close() {
    thread.shutdown();
    boolean interrupted = false;
    while (!thread.isTerminated()) {
      try {
        thread.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
