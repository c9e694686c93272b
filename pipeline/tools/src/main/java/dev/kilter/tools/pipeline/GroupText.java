package dev.kilter.tools.pipeline;

import dev.kilter.alert.group.GroupBy;
import dev.kilter.alert.group.GroupRule;

/** What makes incidents a group, for a person to read. */
final class GroupText {
  private GroupText() {}

  /**
   * The rule in words.
   *
   * @param topic where the messages go
   */
  static String of(GroupRule rule, String topic) {
    return "%d entities%s within %s, new ones told every %s, forgotten after %s without news; to %s"
        .formatted(
            rule.least(),
            shared(rule.by()),
            PlanText.shown(rule.within()),
            PlanText.shown(rule.quiet()),
            PlanText.shown(rule.forgetAfter()),
            topic);
  }

  private static String shared(GroupBy by) {
    return (by.detector() ? " of one detector" : "")
        + (by.channel() ? " with one leading channel" : "")
        + (by.entity() == null ? "" : " with the same part of " + by.entity());
  }
}
