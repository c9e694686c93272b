package dev.kilter.bench.cores;

import dev.kilter.bench.report.Machine;
import dev.kilter.bench.report.Spread;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * How much two cores are worth.
 *
 * @param time when, as ISO 8601
 * @param machine on what
 * @param shared whether the two cores are threads of one
 * @param seconds how long each process measured
 * @param lines each subject with each model
 */
record CoresReport(
    String time, Machine machine, boolean shared, int seconds, List<CoresLine> lines) {
  private static final double BUSY = 0.9;
  private static final String FORMAT = "%-20s %-22s %12s %12s %8s  %s%n";

  static CoresReport of(boolean shared, int seconds, List<CoresLine> lines) {
    return new CoresReport(Instant.now().toString(), Machine.here(), shared, seconds, lines);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("%n%s, Java %s%n".formatted(machine.processor(), machine.java()));
    text.append(
        FORMAT.formatted("sequences/s", "", "one core", "two", "two/one", "(least – most)"));
    lines.forEach(line -> text.append(line(line)));
    if (lines.stream().anyMatch(line -> line.had() < BUSY)) {
      text.append(
          "Not to be relied on, since the machine was busy with something else.%n".formatted());
    }
    if (shared) {
      text.append(
          "The two cores are threads of one: the bare network shows what that is worth.%n"
              .formatted());
    }
    return text.toString();
  }

  private static String line(CoresLine line) {
    Spread ratio = line.ratio();
    return FORMAT.formatted(
        line.subject(),
        line.model(),
        whole(line.one().median()),
        whole(line.two().median()),
        hundredths(ratio.median()),
        "(" + hundredths(ratio.least()) + " – " + hundredths(ratio.most()) + ")");
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  private static String hundredths(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
