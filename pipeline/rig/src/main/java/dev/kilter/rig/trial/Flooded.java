package dev.kilter.rig.trial;

import java.time.Duration;
import java.util.Locale;

/**
 * What came of a pipeline that was sent many times as many events for a while.
 *
 * @param outcome what became of what it told
 * @param perSecond so many were sent in a second
 * @param pressedBack the share of the time for which its source was held back, at most
 * @param before all but one in a hundred alerts took no longer before
 * @param flooded the same while it was flooded and until it had worked that off
 * @param back how long after the flood they took no longer than twice that of before
 */
public record Flooded(
    Outcome outcome,
    long perSecond,
    double pressedBack,
    Duration before,
    Duration flooded,
    Duration back) {
  private static final Duration BACK = Duration.ofSeconds(60);
  private static final double TOO_MUCH = 0.1;
  private static final double MILLIS = 1000;
  private static final double PERCENT = 100;

  /** Whether nothing is wrong, and alerts come as before within a minute. */
  public boolean isClean(boolean doublesAllowed) {
    return outcome.isClean(doublesAllowed) && back.compareTo(BACK) <= 0;
  }

  /** Whether it was more than it could take. */
  public boolean wasTooMuch() {
    return pressedBack > TOO_MUCH;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s%n%d events a second; the source was held back %.0f %% of the time%s%nan alert took %d ms"
            + " before, p99, and %.1f s in the flood; as before again after %.0f s",
        outcome,
        perSecond,
        pressedBack * PERCENT,
        wasTooMuch() ? "" : ": NOT TESTED, it was not too much",
        before.toMillis(),
        flooded.toMillis() / MILLIS,
        back.toMillis() / MILLIS);
  }
}
