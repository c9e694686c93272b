package dev.kilter.bench.device;

import java.util.Locale;

/** What was measured of one model, for a person to read. */
final class DeviceTable {
  private static final String FORMAT = "%-9s %6s %14s  %-21s %11s%n";

  private DeviceTable() {}

  static String of(DeviceReport.OfModel measured) {
    StringBuilder table = new StringBuilder(measured.model()).append(System.lineSeparator());
    table.append(
        FORMAT.formatted(
            "provider", "batch", measured.counted() + "/s", "(least – most)", "ms per run"));
    measured.lines().forEach(line -> table.append(row(line)));
    measured
        .missing()
        .forEach((what, why) -> table.append("%s is not here: %s%n".formatted(what, why)));
    measured.advice().words().forEach(word -> table.append(word).append(System.lineSeparator()));
    return table.toString();
  }

  private static String row(DeviceLine line) {
    return FORMAT.formatted(
        line.provider(),
        line.batch(),
        whole(line.perSecond().median()),
        "(" + whole(line.perSecond().least()) + " – " + whole(line.perSecond().most()) + ")",
        String.format(Locale.ROOT, "%,.3f", line.millisPerRun()));
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }
}
