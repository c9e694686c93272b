package dev.kilter.tools.messages;

import dev.kilter.health.HealthKind;
import dev.kilter.tools.demo.HumanNumbers;
import dev.kilter.tools.messages.AlertMessage.Reading;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what an alert is about: what it probably is, and what is off or how it went. */
public final class AlertText {
  private static final double LEAST_PART = 0.1;
  private static final int CHANNELS_SHOWN = 2;

  private final Map<String, String> units;

  /**
   * Texts about channels.
   *
   * @param units the unit of each channel that has one
   */
  public AlertText(Map<String, String> units) {
    this.units = Map.copyOf(units);
  }

  /** Of an open incident the channels that lead; of a closed one how long and how bad it was. */
  public String of(AlertMessage alert) {
    return whatItIs(alert)
        + (alert.closed() ? howItWent(alert) : whatIsIll(alert) + whatIsOff(alert));
  }

  /** That the sensor of the channel that leads is ill, where it is, stands before its values. */
  private static String whatIsIll(AlertMessage alert) {
    return alert.health().stream()
        .filter(ill -> !ill.kind().equals(HealthKind.REBASELINED.label()))
        .filter(ill -> alert.channelNames().indexOf(ill.channel()) == 0)
        .map(ill -> ill.words() + ": ")
        .collect(Collectors.joining());
  }

  /** The most probable class, before all else, where something names one. */
  private static String whatItIs(AlertMessage alert) {
    return alert.classes().stream()
        .limit(1)
        .map(best -> "%s %.0f %%: ".formatted(best.name(), 100 * best.probability()))
        .collect(Collectors.joining());
  }

  private static String howItWent(AlertMessage alert) {
    Duration length = Duration.between(alert.moment().opened(), alert.moment().time());
    return "after "
        + HumanNumbers.length(length)
        + ", at its worst "
        + HumanNumbers.measured(alert.excess().timesAtWorst())
        + " times the threshold";
  }

  private String whatIsOff(AlertMessage alert) {
    double largest = alert.channels().stream().mapToDouble(Reading::part).max().orElse(0);
    double shownFrom = Math.min(LEAST_PART, largest);
    return alert.channels().stream()
        .filter(channel -> !(channel.part() < shownFrom))
        .limit(CHANNELS_SHOWN)
        .map(this::channel)
        .collect(Collectors.joining("; "));
  }

  /** What was observed of a channel, what was expected, and its part in the error. */
  public String channel(Reading channel) {
    return channel.name()
        + " "
        + value(channel.observed(), units.getOrDefault(channel.name(), ""))
        + ", expected "
        + value(channel.expected(), "")
        + part(channel.part());
  }

  private static String part(double part) {
    return Double.isNaN(part) ? "" : String.format(Locale.ROOT, " (part %.0f %%)", 100 * part);
  }

  private static String value(double value, String unit) {
    if (Double.isNaN(value)) {
      return "absent";
    }
    return (HumanNumbers.significant(value) + " " + unit).strip();
  }
}
