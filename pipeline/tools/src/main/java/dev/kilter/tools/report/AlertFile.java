package dev.kilter.tools.report;

import dev.kilter.alert.AlertStatus;
import dev.kilter.alert.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads incidents from the alerts about them. */
final class AlertFile {
  private final Map<String, Incident> incidents = new LinkedHashMap<>();

  private AlertFile() {}

  /** All incidents, by the time at which they were opened. */
  static List<Incident> read(Path file) {
    AlertFile alerts = new AlertFile();
    try (JsonFile lines = JsonFile.open(file)) {
      while (lines.next()) {
        alerts.add(lines);
      }
    }
    return alerts.incidents.values().stream()
        .sorted(Comparator.comparingLong(Incident::openedMillis))
        .toList();
  }

  private void add(JsonFile line) {
    Draft alert = new Draft();
    for (String field = line.field(); field != null; field = line.field()) {
      alert.take(field, line);
    }
    incidents.merge(line.required("incident", alert.id), alert.incident(line), Incident::and);
  }

  /** An alert of which not all fields are known yet. */
  private static final class Draft {
    private String id;
    private AlertStatus status;
    private Severity severity;
    private String detector;
    private String entity;
    private Long openedMillis;
    private Long timeMillis;
    private double peak = Double.NaN;
    private List<Incident.Lead> channels = List.of();

    void take(String field, JsonFile line) {
      switch (field) {
        case "incident" -> id = line.text();
        case "status" -> status = line.oneOf(AlertStatus.values(), AlertStatus::label);
        case "severity" -> severity = line.oneOf(Severity.values(), Severity::label);
        case "detector" -> detector = line.text();
        case "entity" -> entity = line.text();
        case "opened" -> openedMillis = line.instantMillis();
        case "time" -> timeMillis = line.instantMillis();
        case "peak" -> peak = line.number();
        case "channels" -> channels = channels(line);
        default -> line.skip();
      }
    }

    Incident incident(JsonFile line) {
      boolean closed = line.required("status", status) == AlertStatus.CLOSED;
      long time = line.required("time", timeMillis);
      return new Incident(
          line.required("detector", detector),
          line.required("entity", entity),
          line.required("opened", openedMillis),
          closed ? time : null,
          line.required("severity", severity),
          peak,
          channels);
    }

    private static List<Incident.Lead> channels(JsonFile line) {
      List<Incident.Lead> leads = new ArrayList<>();
      line.list();
      while (line.nextInList()) {
        leads.add(Incident.Lead.read(line));
      }
      return leads;
    }
  }
}
