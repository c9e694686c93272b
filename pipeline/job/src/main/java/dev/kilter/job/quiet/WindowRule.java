package dev.kilter.job.quiet;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How a window comes again: by a rule of iCalendar (RFC 5545), in the local time of a zone. Where
 * clocks are put forward, a local time that is left out is taken by the offset before; where they
 * are put back, one that comes twice is the first.
 *
 * @param text the rule, such as {@code FREQ=WEEKLY;BYDAY=SU}
 * @param first when the first window begins, in whole seconds
 * @param zone whose local times these are
 * @param length how long each window is, as time that passes
 */
public record WindowRule(String text, LocalDateTime first, ZoneId zone, Duration length)
    implements Serializable {
  private static final long MILLIS_PER_SECOND = 1000;

  /** When the window that begins at a local time begins. */
  long instantMillis(long localMillis) {
    return local(localMillis).atZone(zone).toInstant().toEpochMilli();
  }

  /** The local time at an instant. */
  long localMillis(long instantMillis) {
    long offsetSeconds =
        zone.getRules().getOffset(Instant.ofEpochMilli(instantMillis)).getTotalSeconds();
    return instantMillis + offsetSeconds * MILLIS_PER_SECOND;
  }

  /** A local time as a number: that of UTC when clocks there show the same. */
  static long number(LocalDateTime local) {
    return local.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  /** The local time of a number. */
  static LocalDateTime local(long localMillis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(localMillis), ZoneOffset.UTC);
  }
}
