package dev.kilter.bench.latency;

import java.time.Duration;

/** Measures how long alerts take while events come at a steady rate. */
final class LatencyRun {
  private static final Duration TAIL = Duration.ofSeconds(2);

  private final WatchedJob job;
  private final Duration warmUp;
  private final Duration length;

  /**
   * A run of a job that works.
   *
   * @param warmUp for how long events come at that rate before any counts
   * @param length for how long is measured
   */
  LatencyRun(WatchedJob job, Duration warmUp, Duration length) {
    this.job = job;
    this.warmUp = warmUp;
    this.length = length;
  }

  /**
   * Feeds the job, which runs, and listens. Events go on to come after those that are measured: an
   * event waits for later ones to say that it is complete.
   *
   * @throws dev.kilter.bench.check.WrongScore when an alert is missing, or is one too many
   */
  LatencyLine at(double perSecond) {
    Duration before = warmUp.plus(job.lateness().multipliedBy(2));
    long from = System.currentTimeMillis() + before.toMillis();
    Duration all = before.plus(length).plus(job.lateness()).plus(TAIL);
    double late = job.feed().pace(perSecond, all, () -> true);
    Latencies latencies = job.latencies(from, from + length.toMillis());
    job.requireNoOthers();
    if (late > 1) {
      throw new IllegalStateException(
          "the feed was %.1f s behind: so many events a second cannot be sent".formatted(late));
    }
    return new LatencyLine(
        job.lateness().toMillis(), (long) perSecond, length.toSeconds(), latencies);
  }
}
