package dev.kilter.tools.compare;

import java.time.Duration;
import java.time.Instant;

/** Times as a person reads them. */
final class Times {
  private static final String STILL_OPEN = "still open at the end";

  private Times() {}

  static String span(RunIncident incident) {
    return incident.opened() + " to " + text(incident.closed());
  }

  /** From when to when, and how much that is. */
  static String move(Instant before, Instant after) {
    String move = text(before) + " → " + text(after);
    if (before == null || after == null) {
      return move;
    }
    Duration by = Duration.between(before, after);
    return move + " (" + seconds(by) + (by.isNegative() ? " earlier)" : " later)");
  }

  private static String seconds(Duration duration) {
    return duration.abs().toString().substring(2).toLowerCase(java.util.Locale.ROOT);
  }

  private static String text(Instant instant) {
    return instant == null ? STILL_OPEN : instant.toString();
  }
}
