package dev.kilter.alert;

import java.io.Serializable;
import java.time.Duration;

/**
 * When verdicts become an incident, and when it is over.
 *
 * @param odd so many odd verdicts …
 * @param of … of so many in a row open an incident
 * @param clear so many verdicts in a row that are not odd close it
 * @param cooldown for so long after a close nothing opens again
 */
public record AlertPolicy(int odd, int of, int clear, Duration cooldown) implements Serializable {
  /** More verdicts than this cannot be remembered. */
  public static final int LONGEST_MEMORY = 64;

  /** What a detector without alert rules gets: 3 of 5 to open, 10 to close. */
  public static AlertPolicy standard() {
    return new AlertPolicy(3, 5, 10, Duration.ZERO);
  }
}
