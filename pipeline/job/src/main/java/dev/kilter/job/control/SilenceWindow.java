package dev.kilter.job.control;

import static dev.kilter.job.control.ControlFields.rejection;
import static dev.kilter.job.control.ControlFields.wrong;

import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.job.config.Durations;
import dev.kilter.job.decode.Rejection;
import dev.kilter.job.decode.Shown;
import java.time.Instant;

/**
 * Reads when a silence is.
 *
 * @param fromMillis when it begins
 * @param timestampMillis when it was said, or -1
 */
record SilenceWindow(ControlFields fields, long fromMillis, long timestampMillis) {

  /**
   * Reads until when, or for how long.
   *
   * @throws Rejection if it ends before it begins, or before it was said
   */
  TimeWindow read() throws Rejection {
    Long until = fields.timeOrNull("until");
    String lasting = fields.textOrNull("for");
    if (until == null && lasting == null) {
      throw rejection("until is missing, and so is for: one of them must say when it ends");
    }
    if (until != null && lasting != null) {
      throw rejection("until and for are both there: one of them must be left out");
    }
    return until == null ? lasting(lasting) : until(until);
  }

  private TimeWindow until(long untilMillis) throws Rejection {
    if (untilMillis <= fromMillis) {
      throw wrong("until", shown(untilMillis), "after it begins, " + shown(fromMillis));
    }
    if (untilMillis <= timestampMillis) {
      throw wrong(
          "until",
          shown(untilMillis),
          "after the record's Kafka timestamp, " + shown(timestampMillis));
    }
    return new TimeWindow(fromMillis, untilMillis);
  }

  private TimeWindow lasting(String text) throws Rejection {
    long untilMillis = fromMillis + millis(text);
    if (untilMillis <= timestampMillis) {
      throw wrong(
          "for",
          Shown.of(text),
          "longer: from "
              + shown(fromMillis)
              + " on it is over at the record's Kafka timestamp, "
              + shown(timestampMillis));
    }
    return new TimeWindow(fromMillis, untilMillis);
  }

  private static long millis(String text) throws Rejection {
    try {
      return Math.max(1, Durations.parse(text).toMillis());
    } catch (IllegalArgumentException e) {
      throw wrong("for", Shown.of(text), e.getMessage());
    }
  }

  private static String shown(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
