package dev.kilter.tools.demo;

import dev.kilter.tools.ProcessEnd;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what was opened, the newest first, however the run ends. Ctrl-C interrupts the thread that
 * made this, and the process ends once that thread has closed it.
 */
final class CleanExit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CleanExit.class);
  private static final long PATIENCE_SECONDS = 20;

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Thread owner = Thread.currentThread();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Runnable duty = this::interruptAndWait;
  private volatile boolean interrupted;

  private CleanExit() {}

  static CleanExit install() {
    CleanExit exit = new CleanExit();
    ProcessEnd.add(exit.duty);
    return exit;
  }

  /** Takes over the duty to close this. */
  <T extends AutoCloseable> T closing(T resource) {
    opened.push(resource);
    return resource;
  }

  /** Whether the process is on its way out. */
  boolean isInterrupted() {
    return interrupted;
  }

  @Override
  public void close() {
    // What is closed may wait for its threads, and would not while this one is marked interrupted.
    boolean ignored = Thread.interrupted();
    LOG.debug("closing, interrupted: {}", ignored);
    while (!opened.isEmpty()) {
      closeQuietly(opened.pop());
    }
    ProcessEnd.remove(duty);
    closed.countDown();
  }

  private static void closeQuietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      LOG.warn("could not close {}", resource, e);
    }
  }

  private void interruptAndWait() {
    interrupted = true;
    owner.interrupt();
    try {
      if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("gave up waiting for the run to close");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
