package dev.kilter.tools.pipeline;

import dev.kilter.alert.quiet.QuietTime;
import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.job.quiet.RecurringWindows;
import dev.kilter.job.quiet.WindowRule;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A quiet time as it was understood, and when it is next, for a person to read. */
final class QuietText {
  private static final int MOST_WINDOWS = 3;

  private QuietText() {}

  /**
   * What it says, by what it says it of.
   *
   * @param now the first instant of interest
   */
  static Map<String, String> of(QuietTime quiet, Instant now) {
    Map<String, String> text = new LinkedHashMap<>();
    String whom = quiet.name() + ": " + quiet.entities() + detectors(quiet.detectors());
    if (quiet.recurrence() instanceof RecurringWindows recurring) {
      WindowRule rule = recurring.rule();
      text.put("quiet", whom + ", " + PlanText.shown(rule.length()) + " each by " + rule.text());
      List<TimeWindow> next = recurring.from(now.toEpochMilli(), MOST_WINDOWS);
      text.put("  next", next.isEmpty() ? "never again" : windows(next, rule.zone()));
    } else if (quiet.recurrence() instanceof TimeWindow window) {
      boolean over = window.untilMillis() <= now.toEpochMilli();
      text.put("quiet", whom + ", once" + (over ? ", and that is over" : ""));
      text.put("  from", window(window, ZoneOffset.UTC));
    }
    return text;
  }

  private static String detectors(List<String> detectors) {
    return detectors.isEmpty() ? "" : " under " + String.join(", ", detectors);
  }

  private static String windows(List<TimeWindow> windows, ZoneId zone) {
    return windows.stream()
        .map(window -> window(window, zone))
        .collect(Collectors.joining("; then "));
  }

  private static String window(TimeWindow window, ZoneId zone) {
    return time(window.fromMillis(), zone) + " to " + time(window.untilMillis(), zone);
  }

  private static String time(long millis, ZoneId zone) {
    return Instant.ofEpochMilli(millis).atZone(zone).toOffsetDateTime().toString();
  }
}
