package dev.kilter.job.operator;

import dev.kilter.health.HealthMessage;
import dev.kilter.health.HealthScope;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.util.Arrays;

/** What a stage says, each as one line. */
final class Lines {
  private Lines() {}

  /** Such as {@code [1.0, 2.0] @2000}. */
  static String of(Envelope<Sequence> envelope) {
    String lane = envelope.subject().late() ? "late " : "";
    return lane + words(envelope) + " @" + envelope.timeMillis();
  }

  private static String words(Envelope<Sequence> envelope) {
    if (envelope instanceof Envelope.Judgeable<Sequence> judgeable) {
      return Arrays.toString(judgeable.content().values());
    }
    if (envelope instanceof Envelope.Reset<Sequence> reset) {
      return "reset: " + reset.reason();
    }
    if (envelope instanceof Envelope.Forgotten<Sequence> forgotten) {
      return forgotten.unwatched() ? "unwatched" : "forgotten";
    }
    return envelope instanceof Envelope.NotJudged<Sequence> not ? not.reason() : "heard";
  }

  /** Such as {@code silent began @2000}, or of a channel {@code flow flat ended @2000}. */
  static String of(HealthMessage message) {
    HealthScope scope = message.scope();
    return (scope.channel() == null ? "" : scope.channel() + " ")
        + message.kind().label()
        + (message.began() ? " began @" : " ended @")
        + message.timeMillis();
  }
}
