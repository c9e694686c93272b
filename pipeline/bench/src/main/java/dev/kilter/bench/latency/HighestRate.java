package dev.kilter.bench.latency;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the highest rate at which a job does not fall behind: first how fast it works off what has
 * piled up, then the largest share of that at which alerts come no later in the end than before.
 */
final class HighestRate {
  private static final List<Double> SHARES =
      List.of(1.0, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2);
  private static final double NOMINAL_PER_SECOND = 100_000;
  private static final double NEARLY_ALL = 0.98;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration REST = Duration.ofSeconds(2);
  private static final long GROWTH_MILLIS = 100;
  private static final double FAR_BEHIND_SECONDS = 3;

  private final WatchedJob job;
  private final Duration length;
  private final PrintWriter out;

  /**
   * A search.
   *
   * @param length for how long a rate must hold
   */
  HighestRate(WatchedJob job, Duration length, PrintWriter out) {
    this.job = job;
    this.length = length;
    this.out = out;
  }

  /**
   * Starts the job and finds it.
   *
   * @param events how many pile up before it starts
   * @throws IllegalStateException when no rate holds
   */
  double find(long events) throws IOException {
    double unpaced = workOff(job, events);
    tell("works off what has piled up at", unpaced, "");
    for (double share : SHARES) {
      double perSecond = share * unpaced;
      Optional<String> trouble = trouble(perSecond);
      tell(trouble.isEmpty() ? "holds" : "does not hold", perSecond, trouble.orElse(""));
      if (trouble.isEmpty()) {
        return perSecond;
      }
    }
    throw new IllegalStateException("the job falls behind at every rate");
  }

  private void tell(String what, double perSecond, String why) {
    out.printf("%-31s %,10.0f events/s  %s%n", what, perSecond, why);
    out.flush();
  }

  /**
   * Lets events pile up, then starts the job.
   *
   * @return how many it takes in a second, once it is warm
   */
  static double workOff(WatchedJob job, long events) throws IOException {
    pileUp(job, events);
    return perSecond(job.alerts().appendMillis(), events / 2);
  }

  private static void pileUp(WatchedJob job, long events) throws IOException {
    job.feed().burst(events, NOMINAL_PER_SECOND);
    job.start();
    // The newest wait for later ones, which do not come yet.
    double waiting = NOMINAL_PER_SECOND * job.lateness().toSeconds();
    double through = NEARLY_ALL * (events - waiting);
    if (!job.await(() -> job.alerts().newest() >= through, PATIENCE)) {
      throw new IllegalStateException("the job does not get through what has piled up");
    }
  }

  /** How many events a second there were from this one on, as the alerts tell. */
  private static double perSecond(Map<Long, Long> alerted, long first) {
    LongSummaryStatistics offsets = new LongSummaryStatistics();
    LongSummaryStatistics millis = new LongSummaryStatistics();
    alerted.forEach(
        (offset, at) -> {
          if (offset >= first) {
            offsets.accept(offset);
            millis.accept(at);
          }
        });
    return 1_000.0 * (offsets.getMax() - offsets.getMin()) / (millis.getMax() - millis.getMin());
  }

  /** What speaks against a rate; empty when it holds. */
  private Optional<String> trouble(double perSecond) {
    rest();
    long begin = System.currentTimeMillis();
    long longest = (long) (FAR_BEHIND_SECONDS * perSecond);
    double late = job.feed().pace(perSecond, length, () -> job.behind() < longest);
    if (job.behind() >= longest) {
      return Optional.of("far behind after %d s".formatted(seconds(begin)));
    }
    if (late > 1) {
      return Optional.of("the feed is behind, not the job");
    }
    long quarter = length.toMillis() / 4;
    long before = job.latencies(begin + quarter, begin + 2 * quarter).p50();
    long end = job.latencies(begin + 3 * quarter, begin + 4 * quarter - quarter / 10).p50();
    return end - before > GROWTH_MILLIS
        ? Optional.of("alerts come %d ms later in the end".formatted(end - before))
        : Optional.empty();
  }

  private static long seconds(long beginMillis) {
    return (System.currentTimeMillis() - beginMillis) / 1_000;
  }

  /** Waits until what has piled up is worked off: until alerts have come to an end. */
  private void rest() {
    long heard = -1;
    while (heard != job.alerts().appendMillis().size()) {
      heard = job.alerts().appendMillis().size();
      job.await(() -> false, REST);
    }
  }
}
