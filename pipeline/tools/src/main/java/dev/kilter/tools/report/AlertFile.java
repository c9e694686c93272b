package dev.kilter.tools.report;

import dev.kilter.alert.Severity;
import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.lines.JsonLines;
import dev.kilter.tools.lines.Told;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads incidents from the alerts about them. */
final class AlertFile {
  private AlertFile() {}

  /** All incidents, by the time at which they were opened. */
  static List<Incident> read(Path file) {
    Map<String, Incident> incidents = new LinkedHashMap<>();
    JsonLines.read(
        file, alert -> incidents.merge(alert.text("incident"), incident(alert), Incident::and));
    return incidents.values().stream()
        .sorted(Comparator.comparingLong(Incident::openedMillis))
        .toList();
  }

  private static Incident incident(JsonFields alert) {
    return new Incident(
        alert.text("detector"),
        alert.text("entity"),
        alert.instantMillis("opened"),
        Told.of(alert),
        alert.oneOf("severity", Severity.values(), Severity::label),
        alert.has("peak") ? alert.number("peak") : Double.NaN,
        Incident.Leads.of(alert));
  }
}
