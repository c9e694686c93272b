package dev.kilter.tools.notify;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: twice as long after each, up to a bound, and by chance
 * up to half of it less, so that what failed together does not come back together.
 */
final class Backoff {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /**
   * The wait after some failures.
   *
   * @param failures how many attempts have failed, 1 or more
   */
  Duration after(int failures) {
    double whole = first.toNanos() * Math.pow(2, failures - 1.0);
    double bounded = Math.min(whole, (double) longest.toNanos());
    return Duration.ofNanos(Math.round(bounded * (1 - random.nextDouble() / 2)));
  }
}
