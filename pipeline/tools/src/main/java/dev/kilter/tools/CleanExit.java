package dev.kilter.tools;

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
public final class CleanExit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CleanExit.class);
  private static final long PATIENCE_SECONDS = 20;

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Thread owner = Thread.currentThread();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Runnable duty = this::interruptAndWait;
  private volatile boolean interrupted;

  private CleanExit() {}

  public static CleanExit install() {
    CleanExit exit = new CleanExit();
    ProcessEnd.add(exit.duty);
    return exit;
  }

  /** Takes over the duty to close this. */
  public <T extends AutoCloseable> T closing(T resource) {
    opened.push(resource);
    return resource;
  }

  /** Whether the process is on its way out. */
  public boolean isInterrupted() {
    return interrupted;
  }

  /**
   * Lets the owner wait again. What it closes waits for its threads, and could not while the owner
   * is marked interrupted.
   */
  public void forgetInterrupt() {
    boolean was = Thread.interrupted();
    LOG.debug("going on, though interrupted: {}", was);
  }

  @Override
  public void close() {
    forgetInterrupt();
    while (!opened.isEmpty()) {
      closeQuietly(opened.pop());
    }
    ProcessEnd.remove(duty);
    closed.countDown();
  }

  private static void closeQuietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) { // whatever one fails of, the others are still to be closed
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
