package dev.kilter.tools.notify;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A run of a command on a thread of its own, to be stopped as Ctrl-C does it. */
final class BackgroundRun {
  private static final long PATIENCE_SECONDS = 60;

  private final FutureTask<Integer> ended;
  private final Thread thread;

  private BackgroundRun(Callable<Integer> command) {
    ended = new FutureTask<>(command);
    thread = new Thread(ended);
  }

  static BackgroundRun start(Callable<Integer> command) {
    BackgroundRun run = new BackgroundRun(command);
    run.thread.start();
    return run;
  }

  /** Stops it, and returns its exit code. */
  int stop() throws Exception {
    thread.interrupt();
    return ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
