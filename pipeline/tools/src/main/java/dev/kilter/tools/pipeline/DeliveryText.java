package dev.kilter.tools.pipeline;

import dev.kilter.job.config.DeliveryConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is promised of what a pipeline tells, for a person to read. */
final class DeliveryText {
  private DeliveryText() {}

  /** What there is to say, by what it is about. */
  static Map<String, String> of(DeliveryConfig delivery) {
    Map<String, String> lines = new LinkedHashMap<>();
    if (delivery.exactlyOnce()) {
      lines.put("delivery", "exactly once, to readers with isolation.level=read_committed");
      lines.put(
          "  transactions",
          "%s-…, ended by Kafka after %s, so without a checkpoint for at most %s"
              .formatted(
                  delivery.prefix(),
                  PlanText.shown(delivery.transactionTimeout()),
                  PlanText.shown(delivery.longestOutage())));
    } else {
      lines.put("delivery", "at least once: again only with the incident and revision of before");
    }
    if (delivery.acceptLossUntil() != null) {
      lines.put(
          "  accepted", "what state of " + delivery.acceptLossUntil() + " or before has lost");
    }
    return lines;
  }
}
