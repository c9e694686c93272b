package dev.kilter.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs a session on one thread of its own, one run after the other, whoever asks: on a GPU ONNX
 * Runtime keeps memory for every thread that ever ran a session.
 */
final class SessionThread implements SessionRunner {
  private static final String NAME = "kilter-session";

  private final OrtSession session;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), SessionThread::named);

  SessionThread(OrtSession session) {
    this.session = session;
  }

  private static Thread named(Runnable runs) {
    Thread thread = new Thread(runs, NAME);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public <T> T call(Work<T> work) throws OrtException {
    try {
      return done(thread.submit(() -> work.on(session)));
    } catch (ExecutionException e) {
      throw asThrown(e.getCause());
    }
  }

  /** Not to be interrupted: native code reads and writes the caller's memory meanwhile. */
  private static <T> T done(Future<T> run) throws ExecutionException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return run.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static OrtException asThrown(Throwable cause) {
    if (cause instanceof OrtException ofOnnxRuntime) {
      return ofOnnxRuntime;
    }
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException(cause);
  }

  /** How many runs wait for their turn. */
  int waiting() {
    return thread.getQueue().size();
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
