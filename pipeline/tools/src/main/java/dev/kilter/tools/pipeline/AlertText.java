package dev.kilter.tools.pipeline;

import dev.kilter.alert.AlertPolicy;
import dev.kilter.alert.ClosingRule;
import dev.kilter.alert.OpeningRule;
import dev.kilter.alert.UpdateRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A detector's alert rules in words; those that do nothing are left out. */
final class AlertText {
  private final List<String> words = new ArrayList<>();

  private AlertText() {}

  static String of(AlertPolicy policy) {
    AlertText text = new AlertText();
    text.opening(policy.opening());
    text.closing(policy.closing());
    text.add("then quiet for %s", policy.cooldown());
    text.add("the same incident where it comes back within %s", policy.reopen());
    if (policy.flapping().applies()) {
      text.add(
          "flaps where it opens " + policy.flapping().times() + " times within %s",
          policy.flapping().within());
    }
    text.updates(policy.updates());
    return String.join(", ", text.words);
  }

  private void opening(OpeningRule rule) {
    words.add("opens on %d of %d".formatted(rule.odd(), rule.of()));
    add("after at least %s", rule.leastDuration());
  }

  private void closing(ClosingRule rule) {
    words.add(
        rule.clearFor().isZero()
            ? "closes after %d clear".formatted(rule.clear())
            : "closes after %s that are clear".formatted(PlanText.shown(rule.clearFor())));
    if (rule.below() < 1) {
      words.add("clear is at most %s of the threshold".formatted(rule.below()));
    }
    add("at least %s after the last trouble", rule.merge());
  }

  private void updates(UpdateRule rule) {
    add("reminds every %s", rule.remind());
    add("is long after %s", rule.longAfter());
  }

  private void add(String sentence, Duration duration) {
    if (!duration.isZero()) {
      words.add(sentence.formatted(PlanText.shown(duration)));
    }
  }
}
