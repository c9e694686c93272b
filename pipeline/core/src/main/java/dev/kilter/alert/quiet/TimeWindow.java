package dev.kilter.alert.quiet;

/**
 * A stretch of event time; as a recurrence, one that never comes again.
 *
 * @param fromMillis its first instant, in milliseconds since 1970
 * @param untilMillis the first instant behind it
 */
public record TimeWindow(long fromMillis, long untilMillis) implements Recurrence {

  /**
   * Looks at the order.
   *
   * @throws IllegalArgumentException if it does not end after it begins
   */
  public TimeWindow {
    if (untilMillis <= fromMillis) {
      throw new IllegalArgumentException(
          "a window from " + fromMillis + " until " + untilMillis + " holds no instant");
    }
  }

  /** Whether an instant lies in it. */
  public boolean covers(long timeMillis) {
    return fromMillis <= timeMillis && timeMillis < untilMillis;
  }

  @Override
  public TimeWindow covering(long timeMillis) {
    return covers(timeMillis) ? this : null;
  }
}
