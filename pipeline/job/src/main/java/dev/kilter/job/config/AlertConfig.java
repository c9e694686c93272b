package dev.kilter.job.config;

import dev.kilter.alert.AlertPolicy;

/**
 * When verdicts become an incident, as far as the pipeline file says so.
 *
 * @param policy what it says
 * @param suitsTheModel whether it leaves it to the model when one opens and is over, and says at
 *     most when one that goes on is told of again
 */
public record AlertConfig(AlertPolicy policy, boolean suitsTheModel) {

  /** What a detector gets that does not say. */
  public static AlertConfig standard() {
    return new AlertConfig(AlertPolicy.standard(), true);
  }

  /**
   * The rules under a model.
   *
   * @param memory in how many verdicts one row is seen, at least 1
   */
  public AlertPolicy with(int memory) {
    return suitsTheModel ? AlertPolicy.suiting(memory, policy.updates()) : policy;
  }
}
