package dev.kilter.tools.demo;

import dev.kilter.tools.simulate.Channel;
import dev.kilter.tools.simulate.Plant;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** Writes an alert as one line that a person reads. */
final class AlertLine {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final double LEAST_PART = 0.1;
  private static final int CHANNELS_SHOWN = 2;
  private static final Map<String, String> UNITS =
      Plant.CHANNELS.stream().collect(Collectors.toUnmodifiableMap(Channel::name, Channel::unit));

  private final Ansi ansi;

  /** Lines with colour, or without. */
  AlertLine(boolean colour) {
    this.ansi = colour ? Ansi.ON : Ansi.OFF;
  }

  String of(AlertMessage alert) {
    return String.format(
        Locale.ROOT,
        "%s  %-8s  %s  %-6s  %s",
        TIME.format(alert.moment().time()),
        alert.entity(),
        severity(alert),
        phase(alert),
        whatItIs(alert) + (alert.closed() ? howItWent(alert) : whatIsOff(alert)));
  }

  /** What is wrong with a sensor, or is no more. */
  String of(HealthNote note) {
    String word = ansi.string("@|cyan " + String.format("%-8s", "HEALTH") + "|@");
    return String.format(
        Locale.ROOT,
        "%s  %-8s  %s  %-6s  %s%s",
        TIME.format(note.time()),
        note.entity(),
        word,
        note.began() ? note.kind() : "ended",
        note.began() ? "" : note.kind() + " no more: ",
        note.detail());
  }

  private String severity(AlertMessage alert) {
    String padded = String.format("%-8s", alert.severity().toUpperCase(Locale.ROOT));
    return ansi.string("@|" + style(alert) + " " + padded + "|@");
  }

  private static String style(AlertMessage alert) {
    if (alert.closed()) {
      return "green";
    }
    return switch (alert.severity()) {
      case "critical" -> "bold,red";
      case "major" -> "red";
      default -> "yellow";
    };
  }

  private static String phase(AlertMessage alert) {
    if (alert.closed()) {
      return "closed";
    }
    return alert.opens() ? "opened" : "worse";
  }

  private static String howItWent(AlertMessage alert) {
    Duration length = Duration.between(alert.moment().opened(), alert.moment().time());
    return "after "
        + HumanNumbers.length(length)
        + ", at its worst "
        + HumanNumbers.measured(alert.excess())
        + " times the threshold";
  }

  private static String whatIsOff(AlertMessage alert) {
    double least = alert.channels().stream().mapToDouble(c -> c.part()).max().orElse(0);
    double shownFrom = Math.min(LEAST_PART, least);
    return alert.channels().stream()
        .filter(channel -> channel.part() >= shownFrom)
        .limit(CHANNELS_SHOWN)
        .map(AlertLine::channel)
        .collect(Collectors.joining("; "));
  }

  /** The most probable class, before all else, where something names one. */
  private static String whatItIs(AlertMessage alert) {
    return alert.classes().stream()
        .limit(1)
        .map(best -> "%s %.0f %%: ".formatted(best.name(), 100 * best.probability()))
        .collect(Collectors.joining());
  }

  private static String channel(AlertMessage.Reading channel) {
    return channel.name()
        + " "
        + value(channel.observed(), UNITS.getOrDefault(channel.name(), ""))
        + ", expected "
        + value(channel.expected(), "")
        + String.format(Locale.ROOT, " (part %.0f %%)", 100 * channel.part());
  }

  private static String value(double value, String unit) {
    if (Double.isNaN(value)) {
      return "absent";
    }
    return (HumanNumbers.measured(value) + " " + unit).strip();
  }
}
