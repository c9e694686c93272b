package dev.kilter.job.config;

import java.time.Duration;
import java.time.Instant;

/**
 * What is promised of what a pipeline tells.
 *
 * @param guarantee how often a reader sees it
 * @param transactionTimeout after how long Kafka ends a transaction that nobody has committed
 * @param longestOutage for how long at most no checkpoint is completed, whatever the reason
 * @param prefix what the ids of the pipeline's transactions begin with: no other pipeline's do
 * @param acceptLossUntil state of this time or before is gone on from even where its transactions
 *     are lost; or null: it is not
 */
public record DeliveryConfig(
    Guarantee guarantee,
    Duration transactionTimeout,
    Duration longestOutage,
    String prefix,
    Instant acceptLossUntil) {

  /** Whether what is told is committed with the checkpoint that it belongs to. */
  public boolean exactlyOnce() {
    return guarantee == Guarantee.EXACTLY_ONCE;
  }

  /**
   * What the ids of one sink's transactions begin with.
   *
   * @param sink the sink's name, such as {@code alerts}
   */
  public String prefix(String sink) {
    return prefix + "-" + sink;
  }
}
