package dev.kilter.alert;

import java.io.Serializable;
import java.time.Duration;

/**
 * When verdicts become an incident, when it is over, and what is told of it meanwhile.
 *
 * @param opening when one opens
 * @param closing when it is over
 * @param cooldown for so long after a close nothing opens again
 * @param reopen what opens within so long after a close is the same incident
 * @param flapping when coming and going is told once
 * @param updates when one that goes on is told of again
 */
public record AlertPolicy(
    OpeningRule opening,
    ClosingRule closing,
    Duration cooldown,
    Duration reopen,
    FlapRule flapping,
    UpdateRule updates)
    implements Serializable {

  /** A policy of the plainest kind. */
  public AlertPolicy(int odd, int of, int clear, Duration cooldown) {
    this(
        new OpeningRule(odd, of, Duration.ZERO),
        ClosingRule.after(clear),
        cooldown,
        Duration.ZERO,
        FlapRule.NEVER,
        UpdateRule.NEVER);
  }

  /** What a rule is that is not said where another one is: 3 of 5 to open, 10 to close. */
  public static AlertPolicy standard() {
    return new AlertPolicy(3, 5, 10, Duration.ZERO);
  }

  /**
   * What a detector without alert rules gets: verdicts that rest on the same rows say the same
   * thing, so they count as one.
   *
   * @param memory in how many verdicts one row is seen, at least 1
   * @param updates when one that goes on is told of again
   */
  public static AlertPolicy suiting(int memory, UpdateRule updates) {
    return new AlertPolicy(
        OpeningRule.suiting(memory),
        ClosingRule.suiting(memory),
        Duration.ZERO,
        Duration.ZERO,
        FlapRule.NEVER,
        updates);
  }
}
