package dev.kilter.event;

/**
 * What somebody thinks of an incident.
 *
 * @param incident its id
 * @param entity whose it is
 * @param detector the id of the detector that found it
 * @param verdict what it was
 * @param by who says so
 * @param note what else there is to say, or null
 * @param fromMillis event time from when on it holds, in milliseconds since 1970
 * @param openedMillis event time at which the incident opened, as far as who says so knows, or -1
 * @param untilMillis event time up to which it went on, as far as who says so knows, or -1
 */
public record Feedback(
    String incident,
    String entity,
    String detector,
    FeedbackVerdict verdict,
    String by,
    String note,
    long fromMillis,
    long openedMillis,
    long untilMillis) {
  /** Not known. */
  public static final long UNKNOWN = -1;

  /** Whether it says when the incident was. */
  public boolean tellsWhen() {
    return openedMillis != UNKNOWN && untilMillis >= openedMillis;
  }
}
