package dev.kilter.bench.report;

import dev.kilter.bench.peer.Peer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines of one model as a table, and what each stands for. */
public final class TextTable {
  private static final String FORMAT = "%-24s %12s  %-21s %9s %12s %8s%n";
  private static final double BUSY = 0.9;

  private TextTable() {}

  /** The table. */
  public static String of(String model, List<Line> lines) {
    return of(model, "sequences/s", lines);
  }

  /** The table of what is counted in something else than sequences. */
  public static String of(String model, String unit, List<Line> lines) {
    StringBuilder table = new StringBuilder();
    table.append(
        FORMAT.formatted(model, unit, "(least – most)", "of limit", "Kilter / it", "cores"));
    double kilter = kilter(lines);
    lines.forEach(line -> table.append(row(line, kilter)));
    return table.append(busy(lines)).toString();
  }

  /** What an event goes through on the way of each. */
  public static String paths(List<Line> lines) {
    Map<String, String> paths = new LinkedHashMap<>();
    lines.forEach(line -> paths.put(line.peer().replaceAll(",.*", ""), line.path()));
    return paths.entrySet().stream()
        .map(path -> "%-19s %s%n".formatted(path.getKey(), path.getValue()))
        .collect(Collectors.joining());
  }

  private static double kilter(List<Line> lines) {
    return lines.stream()
        .filter(line -> line.peer().equals(Peer.KILTER.label()))
        .mapToDouble(line -> line.perSecond().median())
        .findFirst()
        .orElse(Double.NaN);
  }

  private static String row(Line line, double kilter) {
    Spread perSecond = line.perSecond();
    return FORMAT.formatted(
        line.peer(),
        whole(perSecond.median()),
        "(" + whole(perSecond.least()) + " – " + whole(perSecond.most()) + ")",
        ratio(line.ofTheLimit()),
        ratio(kilter / perSecond.median()),
        ratio(line.cores()));
  }

  /** Says so where others had the core: such figures are good for nothing. */
  private static String busy(List<Line> lines) {
    String robbed =
        lines.stream()
            .filter(line -> line.cores() < BUSY)
            .map(Line::peer)
            .collect(Collectors.joining("; "));
    return robbed.isEmpty()
        ? ""
        : "Not to be relied on, since the machine was busy with something else: %s%n"
            .formatted(robbed);
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  private static String ratio(double number) {
    return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, "%.2f", number);
  }
}
