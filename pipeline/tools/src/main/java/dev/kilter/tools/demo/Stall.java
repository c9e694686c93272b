package dev.kilter.tools.demo;

import java.time.Duration;

/** Notices when a number that should grow has not for a long time. */
final class Stall {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private long last = -1;
  private long changedNanos = System.nanoTime();

  /** Fails when the number has been the same for too long. */
  void check(long number) {
    long now = System.nanoTime();
    if (number != last) {
      last = number;
      changedNanos = now;
    }
    if (now - changedNanos > PATIENCE.toNanos()) {
      throw new IllegalStateException(
          "the pipeline has judged nothing for " + PATIENCE.toSeconds() + " s");
    }
  }
}
