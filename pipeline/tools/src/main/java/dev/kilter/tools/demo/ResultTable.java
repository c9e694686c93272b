package dev.kilter.tools.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a result as the table that a person reads. */
final class ResultTable {
  private static final String NONE = "–";

  private ResultTable() {}

  static List<String> of(DemoResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(row("", "faults", "found", "missed", "found after", "false alarms", "events"));
    lines.add(row("", "", "", "", "(median)", "per pump-day", "per second"));
    String rate = HumanNumbers.grouped(Math.round(result.eventsPerSecond()));
    lines.add(row("Kilter", result.kilter(), rate));
    lines.add(row("plain z-score", result.zScore(), NONE));
    missed(result.kilter()).ifPresent(lines::add);
    return lines;
  }

  private static String row(String name, Tally tally, String rate) {
    return row(
        name,
        Integer.toString(tally.injected()),
        Integer.toString(tally.found()),
        Integer.toString(tally.missed()),
        delay(tally.medianDelaySeconds()),
        String.format(Locale.ROOT, "%.2f", tally.falseAlarmsPerEntityDay()),
        rate);
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-14s %7s %6s %7s  %-13s %13s  %11s", cells).stripTrailing();
  }

  private static String delay(OptionalDouble seconds) {
    return seconds.isPresent()
        ? HumanNumbers.length(Duration.ofSeconds(Math.round(seconds.getAsDouble())))
        : NONE;
  }

  private static Optional<String> missed(Tally tally) {
    Map<String, Long> kinds =
        tally.outcomes().stream()
            .filter(outcome -> !outcome.found())
            .collect(
                Collectors.groupingBy(
                    outcome -> outcome.fault().kind().name(), TreeMap::new, Collectors.counting()));
    return kinds.isEmpty() ? Optional.empty() : Optional.of(missed(kinds));
  }

  private static String missed(Map<String, Long> kinds) {
    return kinds.entrySet().stream()
        .map(kind -> kind.getKey() + (kind.getValue() > 1 ? " × " + kind.getValue() : ""))
        .collect(Collectors.joining(", ", "Missed by Kilter: ", ""));
  }
}
