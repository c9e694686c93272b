package dev.kilter.job.control;

import static dev.kilter.job.control.ControlFields.rejection;
import static dev.kilter.job.control.ControlFields.wrong;

import dev.kilter.event.Feedback;
import dev.kilter.job.decode.Rejection;
import java.time.Duration;
import java.time.Instant;

/**
 * When a verdict holds, and when its incident was.
 *
 * @param fromMillis event time from when on it holds
 * @param openedMillis event time at which the incident opened, or {@link Feedback#UNKNOWN}
 * @param untilMillis event time up to which it is known to have gone on, or {@link
 *     Feedback#UNKNOWN}
 */
record FeedbackTimes(long fromMillis, long openedMillis, long untilMillis) {
  /** Clocks differ; farther ahead there is nothing yet of which anybody could speak. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /**
   * Reads when the incident was.
   *
   * @param fromMillis from when on the verdict holds
   * @param timestampMillis when it was said, or -1
   * @throws Rejection if it cannot have been so
   */
  static FeedbackTimes read(ControlFields fields, long fromMillis, long timestampMillis)
      throws Rejection {
    Long opened = fields.timeOrNull("opened");
    Long until = fields.timeOrNull("until");
    if (opened != null && until != null) {
      checkIncident(fromMillis, opened, until);
    } else if (opened != null || until != null) {
      String there = opened == null ? "until" : "opened";
      String missing = opened == null ? "opened" : "until";
      throw rejection(
          missing + " is missing, and " + there + " is there: give both of them or neither");
    }
    FeedbackTimes times = new FeedbackTimes(fromMillis, orUnknown(opened), orUnknown(until));
    times.checkAhead(timestampMillis);
    return times;
  }

  private static void checkIncident(long from, long opened, long until) throws Rejection {
    if (until < opened) {
      throw wrong("until", shown(until), "not before the incident opened, " + shown(opened));
    }
    if (from < opened) {
      throw wrong("from", shown(from), "not before the incident opened, " + shown(opened));
    }
  }

  /** A verdict waits for its time, and nobody is answered before. */
  private void checkAhead(long timestampMillis) throws Rejection {
    boolean said = timestampMillis >= untilMillis;
    long latest = said ? timestampMillis : untilMillis;
    if (latest >= 0 && fromMillis - latest > AHEAD.toMillis()) {
      throw wrong(
          "from",
          shown(fromMillis),
          "at most a day after "
              + (said ? "the record's Kafka timestamp" : "until")
              + ", "
              + shown(latest));
    }
  }

  private static long orUnknown(Long millis) {
    return millis == null ? Feedback.UNKNOWN : millis;
  }

  private static String shown(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
