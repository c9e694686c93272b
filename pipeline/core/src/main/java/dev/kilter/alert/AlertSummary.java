package dev.kilter.alert;

import dev.kilter.health.Ailment;
import java.time.Instant;
import java.util.List;

/** Says in one sentence what an alert is about, for people. */
public final class AlertSummary {
  /** A channel that differs by less than this is told with both its values. */
  private static final double MANIFOLD = 1.5;

  /** A channel with a smaller part of the error does not follow. */
  private static final double FOLLOWS = 0.15;

  private AlertSummary() {}

  /** The sentence, without the entity's name and without a full stop. */
  public static String of(Alert alert) {
    String lasted = SpokenNumbers.duration(alert.timeMillis() - alert.incident().sinceMillis());
    return switch (alert.cause()) {
      case OPENED -> trouble(alert);
      case REOPENED -> "back again: " + trouble(alert);
      case FLAPPING -> "comes and goes: " + trouble(alert);
      case SETTLED -> "does not go away any more: " + trouble(alert);
      case WORSENED -> "worse: " + trouble(alert);
      case CHANNELS -> "something else leads: " + trouble(alert);
      case LONG, REMINDER -> "for " + lasted + " now: " + trouble(alert);
      case UNSILENCED -> "since a quiet time: " + trouble(alert);
      case CLOSED -> "over after " + lasted + "; " + worst(alert.findings());
      case FORGOTTEN -> "no events any more, after " + lasted + "; " + worst(alert.findings());
      case UNWATCHED -> "not judged any more, after " + lasted + "; " + worst(alert.findings());
    };
  }

  private static String trouble(Alert alert) {
    Findings findings = alert.findings();
    String score = "the score is " + against(findings.score(), findings.threshold());
    List<ChannelPart> channels = findings.channels();
    return channels.isEmpty()
        ? score
        : ill(findings)
            + leader(channels.get(0))
            + followers(channels.subList(1, channels.size()))
            + "; "
            + score;
  }

  /** That the channel that leads cannot be trusted is the first thing to know. */
  private static String ill(Findings findings) {
    Ailment ailment = findings.ailmentOfTheLeader();
    return ailment == null
        ? ""
        : "%s %s since %s; "
            .formatted(
                ailment.channel(),
                ailment.kind().phrase(),
                Instant.ofEpochMilli(ailment.sinceMillis()));
  }

  private static String worst(Findings findings) {
    return "at its worst the score was " + against(findings.peak(), findings.threshold());
  }

  private static String against(double score, double threshold) {
    return threshold > 0
        ? SpokenNumbers.number(score / threshold) + " times its threshold"
        : SpokenNumbers.number(score) + " over a threshold of " + SpokenNumbers.number(threshold);
  }

  private static String leader(ChannelPart channel) {
    double expected = channel.expected();
    if (Double.isNaN(expected) || Double.isNaN(channel.observed())) {
      return channel.name() + " leads";
    }
    String is = channel.name() + " is " + SpokenNumbers.number(channel.observed());
    double times = channel.observed() / expected;
    return times >= MANIFOLD && Double.isFinite(times)
        ? is + ", " + SpokenNumbers.number(times) + " times what its history says"
        : is + " where its history says " + SpokenNumbers.number(expected);
  }

  private static String followers(List<ChannelPart> others) {
    List<String> names =
        others.stream().filter(each -> each.part() >= FOLLOWS).map(ChannelPart::name).toList();
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> ", " + names.get(0) + " follows";
      default -> ", " + String.join(" and ", names) + " follow";
    };
  }
}
