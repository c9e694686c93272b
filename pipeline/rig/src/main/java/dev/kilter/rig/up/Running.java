package dev.kilter.rig.up;

import dev.kilter.rig.process.Node;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that was started, so that it is known again: the system gives numbers out anew.
 *
 * @param name what it is called
 * @param pid the system's number for it
 * @param startMillis when it was started
 */
public record Running(String name, long pid, long startMillis) {
  private static final long END_SECONDS = 20;

  /** A node as it runs now. */
  static Running of(Node node) {
    ProcessHandle handle = ProcessHandle.of(node.pid()).orElseThrow();
    return new Running(node.name(), node.pid(), start(handle));
  }

  /** Whether it still runs. */
  boolean isAlive() {
    return handle().isPresent();
  }

  /** Asks it to end, and ends it where it does not. */
  void end() throws InterruptedException {
    Optional<ProcessHandle> handle = handle();
    if (handle.isEmpty()) {
      return;
    }
    handle.get().destroy();
    try {
      handle.get().onExit().get(END_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      handle.get().destroyForcibly();
    }
  }

  private Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid).filter(handle -> start(handle) == startMillis);
  }

  private static long start(ProcessHandle handle) {
    return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
