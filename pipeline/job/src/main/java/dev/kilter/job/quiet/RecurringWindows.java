package dev.kilter.job.quiet;

import dev.kilter.alert.quiet.Recurrence;
import dev.kilter.alert.quiet.TimeWindow;
import java.util.Arrays;
import java.util.List;

/**
 * Windows that come again by a rule. It keeps what it found around the instant it was last asked
 * for; the answers do not depend on that.
 */
public final class RecurringWindows implements Recurrence {
  private static final long serialVersionUID = 1L;

  private final WindowRule rule;
  private transient CalendarRule calendar;
  private transient NearbyStarts nearby;

  /** The windows of a rule that {@link RuleSurvey} found nothing wrong with. */
  public RecurringWindows(WindowRule rule) {
    this.rule = rule;
  }

  /** By which they come again. */
  public WindowRule rule() {
    return rule;
  }

  @Override
  public TimeWindow covering(long timeMillis) {
    if (timeMillis < earliestMillis() || timeMillis > latestMillis()) {
      return null;
    }
    long start = around(timeMillis).lastUpTo(timeMillis);
    if (start == NearbyStarts.NONE || timeMillis >= start + rule.length().toMillis()) {
      return null;
    }
    return window(start);
  }

  /**
   * The window that covers an instant, if one does, and those behind it.
   *
   * @param most so many at most
   */
  public List<TimeWindow> from(long timeMillis, int most) {
    long from = Math.max(timeMillis, earliestMillis());
    if (from > latestMillis()) {
      return List.of();
    }
    return Arrays.stream(around(from).startsMillis())
        .mapToObj(this::window)
        .filter(window -> window.untilMillis() > from)
        .limit(most)
        .toList();
  }

  private TimeWindow window(long startMillis) {
    return new TimeWindow(startMillis, startMillis + rule.length().toMillis());
  }

  /** Before it there is no window, wherever the zone is. */
  private long earliestMillis() {
    return WindowRule.number(rule.first()) - CalendarRule.SHIFT_MILLIS;
  }

  /** Behind it there is no window. */
  private long latestMillis() {
    return calendar().lastMillis() + rule.length().toMillis();
  }

  private NearbyStarts around(long timeMillis) {
    if (nearby == null || !nearby.know(timeMillis)) {
      nearby = NearbyStarts.around(timeMillis, rule, calendar());
    }
    return nearby;
  }

  private CalendarRule calendar() {
    if (calendar == null) {
      calendar = CalendarRule.read(rule.text(), rule.zone());
    }
    return calendar;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecurringWindows that && that.rule.equals(rule);
  }

  @Override
  public int hashCode() {
    return rule.hashCode();
  }

  @Override
  public String toString() {
    return rule.toString();
  }
}
