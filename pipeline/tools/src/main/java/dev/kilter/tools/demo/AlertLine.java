package dev.kilter.tools.demo;

import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.AlertText;
import dev.kilter.tools.messages.HealthNote;
import dev.kilter.tools.messages.Paint;
import dev.kilter.tools.simulate.Channel;
import dev.kilter.tools.simulate.Plant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes an alert as one line that a person reads. */
final class AlertLine {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final AlertText TEXT =
      new AlertText(
          Plant.CHANNELS.stream()
              .collect(Collectors.toUnmodifiableMap(Channel::name, Channel::unit)));

  private final boolean colour;

  /** Lines with colour, or without. */
  AlertLine(boolean colour) {
    this.colour = colour;
  }

  String of(AlertMessage alert) {
    return String.format(
        Locale.ROOT,
        "%s  %-8s  %s  %-6s  %s",
        TIME.format(alert.moment().time()),
        alert.entity(),
        word(Paint.of(alert), alert.severity()),
        phase(alert),
        TEXT.of(alert));
  }

  /** What is wrong with a sensor, or is no more. */
  String of(HealthNote note) {
    return String.format(
        Locale.ROOT,
        "%s  %-8s  %s  %-6s  %s%s",
        TIME.format(note.time()),
        note.entity(),
        word(Paint.HEALTH, "health"),
        note.began() ? note.kind() : "ended",
        note.began() ? "" : note.kind() + " no more: ",
        note.detail());
  }

  private String word(Paint paint, String word) {
    String padded = String.format("%-8s", word.toUpperCase(Locale.ROOT));
    return colour ? paint.on(padded) : padded;
  }

  private static String phase(AlertMessage alert) {
    if (alert.closed()) {
      return "closed";
    }
    return alert.opens() ? "opened" : "worse";
  }
}
