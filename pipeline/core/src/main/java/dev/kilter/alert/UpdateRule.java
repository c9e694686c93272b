package dev.kilter.alert;

import java.io.Serializable;
import java.time.Duration;

/**
 * When an incident that goes on is told of again, though it is no worse.
 *
 * @param remind after so long without a word; zero: never
 * @param longAfter once, when it has been open for so long; zero: never
 */
public record UpdateRule(Duration remind, Duration longAfter) implements Serializable {
  /** Nothing is told of what goes on as it was. */
  public static final UpdateRule NEVER = new UpdateRule(Duration.ZERO, Duration.ZERO);

  boolean reminds(long sinceToldMillis) {
    return !remind.isZero() && sinceToldMillis >= remind.toMillis();
  }

  boolean isLong(long openMillis) {
    return !longAfter.isZero() && openMillis >= longAfter.toMillis();
  }
}
