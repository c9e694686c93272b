package dev.kilter.tools.notify;

import java.time.Duration;
import java.util.Optional;

/**
 * How what was not taken is tried again.
 *
 * @param backoff how long to wait before each attempt
 * @param giveUpAfter how long after the first attempt there are no more; empty: for ever
 */
record RetryRule(Backoff backoff, Optional<Duration> giveUpAfter) {

  boolean isOver(long sinceFirstNanos) {
    return giveUpAfter.map(limit -> sinceFirstNanos >= limit.toNanos()).orElse(false);
  }
}
