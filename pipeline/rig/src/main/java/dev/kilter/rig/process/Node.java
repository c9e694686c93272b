package dev.kilter.rig.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** One process of a cluster. It may be killed and started again; it ends with this object. */
public final class Node implements AutoCloseable {
  private static final long CLOSE_SECONDS = 20;

  private final Launch launch;
  private Process process;
  private boolean ended;

  /** A process that is not started yet. */
  public Node(Launch launch) {
    this.launch = launch;
  }

  /** What it is called. */
  public String name() {
    return launch.name();
  }

  /** How it is started. */
  public Launch launch() {
    return launch;
  }

  /** Starts it, unless it runs. */
  public void start() throws IOException {
    if (!isAlive()) {
      process = launch.start();
      ended = false;
    }
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Whether it has ended although nobody has ended it. */
  public boolean hasDied() {
    return process != null && !process.isAlive() && !ended;
  }

  /** The system's number for it. */
  public long pid() {
    return process.pid();
  }

  /** Ends it at once, as {@code kill -9} does, and waits until it is gone. */
  public void kill() throws InterruptedException {
    ended = true;
    process.destroyForcibly().waitFor();
  }

  /** Stops it where it is, as {@code kill -STOP} does: it does nothing, and its sockets stay. */
  public void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets it go on. */
  public void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid())).start();
    if (kill.waitFor() != 0) {
      throw new IOException("kill -" + signal + " " + pid() + " of " + name() + " failed");
    }
  }

  /** Asks it to end, and ends it where it does not. */
  @Override
  public void close() {
    if (!isAlive()) {
      return;
    }
    ended = true;
    process.destroy();
    try {
      if (!process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
