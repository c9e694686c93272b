package dev.kilter.job.operator;

import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.util.function.ThrowingRunnable;

/**
 * Tells a task from another thread that a batch has been scored.
 *
 * @param task what the task does next
 * @param onArrival what it does then
 */
record Arrivals(MailboxExecutor task, ThrowingRunnable<Exception> onArrival) implements Runnable {

  @Override
  public void run() {
    try {
      task.execute(onArrival, "send what was scored");
    } catch (RejectedExecutionException e) {
      return; // The task is over, and sends nothing any more.
    }
  }
}
