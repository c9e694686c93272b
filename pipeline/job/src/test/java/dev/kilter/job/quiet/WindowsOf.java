package dev.kilter.job.quiet;

import dev.kilter.alert.quiet.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rules and their windows, as tests ask for them. */
final class WindowsOf {
  private WindowsOf() {}

  static WindowRule rule(String text, String first, String zone, Duration length) {
    return new WindowRule(text, LocalDateTime.parse(first), ZoneId.of(zone), length);
  }

  static RecurringWindows windows(String text, String first, String zone, Duration length) {
    return new RecurringWindows(rule(text, first, zone, length));
  }

  /** The windows from the first on, each as {@code FROM/UNTIL}. */
  static List<String> texts(RecurringWindows windows, int most) {
    return windows.from(Long.MIN_VALUE, most).stream().map(WindowsOf::text).toList();
  }

  static String text(TimeWindow window) {
    return window == null
        ? null
        : Instant.ofEpochMilli(window.fromMillis())
            + "/"
            + Instant.ofEpochMilli(window.untilMillis());
  }

  static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  /** All windows that begin before a local time, gone through one by one. */
  static List<TimeWindow> oneByOne(WindowRule rule, long endLocalMillis) {
    CalendarRule calendar = CalendarRule.read(rule.text(), rule.zone());
    LocalStarts starts = calendar.starts(rule.first());
    List<TimeWindow> windows = new ArrayList<>();
    for (long next = starts.next(); next < endLocalMillis; next = starts.next()) {
      long start = rule.instantMillis(next);
      if (start <= calendar.lastMillis()) {
        windows.add(new TimeWindow(start, start + rule.length().toMillis()));
      }
    }
    windows.sort(Comparator.comparingLong(TimeWindow::fromMillis));
    return windows;
  }
}
