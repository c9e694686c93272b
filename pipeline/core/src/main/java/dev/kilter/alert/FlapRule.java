package dev.kilter.alert;

import java.io.Serializable;
import java.time.Duration;

/**
 * When coming and going is told once instead of each time.
 *
 * @param times so many openings …
 * @param within … within so long are one trouble that flaps, until it has neither come nor gone for
 *     so long
 */
public record FlapRule(int times, Duration within) implements Serializable {
  /** Each coming and going is told. */
  public static final FlapRule NEVER = new FlapRule(0, Duration.ZERO);

  /** Whether there is such a rule at all. */
  public boolean applies() {
    return times > 0;
  }
}
