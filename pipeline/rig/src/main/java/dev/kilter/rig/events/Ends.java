package dev.kilter.rig.events;

/** Waits for the end of threads. */
final class Ends {
  private Ends() {}

  /** Waits for one, unless it is interrupted. */
  static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
