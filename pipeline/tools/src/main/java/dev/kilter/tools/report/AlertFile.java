package dev.kilter.tools.report;

import dev.kilter.alert.Severity;
import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.lines.JsonLines;
import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.Told;
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
    JsonLines.read(file, line -> add(line, incidents));
    return incidents.values().stream()
        .sorted(Comparator.comparingLong(Incident::openedMillis))
        .toList();
  }

  private static void add(JsonFields line, Map<String, Incident> incidents) {
    AlertMessage alert = AlertMessage.inFile(line);
    Incident incident =
        new Incident(
            alert.about().detector(),
            alert.entity(),
            alert.moment().opened().toEpochMilli(),
            Told.of(alert),
            line.oneOf("severity", Severity.values(), Severity::label),
            alert.excess().peak(),
            Incident.Leads.of(alert));
    incidents.merge(alert.id(), incident, Incident::and);
  }
}
