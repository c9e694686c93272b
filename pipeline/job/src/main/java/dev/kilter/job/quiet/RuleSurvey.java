package dev.kilter.job.quiet;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * What is found when the windows of a rule are gone through once, before anybody relies on it.
 *
 * @param first when the first window begins, or null: none was found
 * @param closest the least local time from one beginning to the next, or null: there are no two
 * @param closestAt when the first of those two begins, or null
 * @param lostAfter when the window begins behind which the next was not found within what is looked
 *     through, or null: all were
 */
public record RuleSurvey(
    LocalDateTime first, Duration closest, LocalDateTime closestAt, LocalDateTime lostAfter) {
  /** So many windows are gone through: what a rule can do it has done by then. */
  private static final int MOST = 10_000;

  /**
   * Goes through the windows of a rule.
   *
   * @throws IllegalArgumentException if it cannot be read; its message completes "it must be …"
   */
  public static RuleSurvey of(WindowRule rule) {
    CalendarRule calendar = CalendarRule.read(rule.text(), rule.zone());
    Walk walk = new Walk();
    try {
      LocalStarts starts = calendar.starts(rule.first());
      long next = starts.next();
      while (next != LocalStarts.NONE && walk.count < MOST) {
        if (rule.instantMillis(next) <= calendar.lastMillis()) {
          walk.take(next);
        }
        next = starts.next();
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      // How the library says that it has looked for too long.
      return walk.lost();
    }
    return walk.whole();
  }

  /** One way through the windows. */
  private static final class Walk {
    private int count;
    private long first;
    private long newest;
    private long closest = Long.MAX_VALUE;
    private long closestAt;

    void take(long start) {
      if (count == 0) {
        first = start;
      } else if (start - newest < closest) {
        closest = start - newest;
        closestAt = newest;
      }
      newest = start;
      count++;
    }

    RuleSurvey lost() {
      return survey(count == 0 ? null : WindowRule.local(newest));
    }

    RuleSurvey whole() {
      return survey(null);
    }

    private RuleSurvey survey(LocalDateTime lostAfter) {
      boolean two = count > 1;
      return new RuleSurvey(
          count == 0 ? null : WindowRule.local(first),
          two ? Duration.ofMillis(closest) : null,
          two ? WindowRule.local(closestAt) : null,
          lostAfter);
    }
  }
}
