package dev.kilter.tools.pipeline;

import dev.kilter.alert.feedback.FeedbackRule;

/** How far people's verdicts move a detector, for a person to read. */
final class FeedbackText {
  private FeedbackText() {}

  static String of(FeedbackRule rule) {
    return ("false alarms raise a threshold to at most %s times, one by at most %s times;"
            + " a new normal is looked at over %d sequences, and within %s deviations")
        .formatted(rule.most(), rule.step(), rule.sequences(), rule.level());
  }
}
