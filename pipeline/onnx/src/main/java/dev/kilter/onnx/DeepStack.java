package dev.kilter.onnx;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Calls what may recurse deeper than the stack of an ordinary thread allows. */
final class DeepStack {
  /** Reserved, not taken: memory is used as far as the recursion goes, and given back after it. */
  private static final long STACK_BYTES = 256L << 20;

  private DeepStack() {}

  /**
   * Calls in a thread of its own and waits for it.
   *
   * @throws IllegalStateException when the call fails, with the cause
   */
  static <T> T call(Supplier<T> task) {
    FutureTask<T> future = new FutureTask<>(task::get);
    Thread thread = new Thread(null, future, "kilter-deep-stack", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while ONNX Runtime started", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("ONNX Runtime does not start: " + e.getCause(), e.getCause());
    }
  }
}
