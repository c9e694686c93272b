package dev.kilter.tools.evaluate;

import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.lines.JsonLines;
import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.Told;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads when incidents of one detector were open from the alerts about them. */
final class AlertFile {
  private static final long STILL_OPEN = Long.MAX_VALUE;

  /** An incident as far as it is known, and the line that told of it first. */
  private record Incident(String place, String entity, long openedMillis, Told told) {

    Incident or(Incident other) {
      return new Incident(place, entity, openedMillis, told.or(other.told));
    }

    Span open() {
      Long closed = told.closedMillis();
      return new Span(openedMillis, closed == null ? STILL_OPEN : closed);
    }
  }

  private final String detector;
  private final Map<String, Incident> incidents = new LinkedHashMap<>();

  private AlertFile(String detector) {
    this.detector = detector;
  }

  /**
   * When an incident was open, by entity: from its opening to its closing alert, or, if there is
   * none, to the entity's last row. Of incidents beyond the rows it warns.
   */
  static Map<String, List<Span>> read(Path file, ScoredRows scored, Consumer<String> warnings) {
    AlertFile alerts = new AlertFile(scored.detector());
    JsonLines.read(file, alerts::add);
    return alerts.spans(scored.byName(), warnings);
  }

  private void add(JsonFields line) {
    if (!line.text("detector").equals(detector)) {
      return;
    }
    AlertMessage alert = AlertMessage.inFile(line);
    long opened = alert.moment().opened().toEpochMilli();
    Told told = Told.of(alert);
    if (told.closedMillis() != null && told.closedMillis() < opened) {
      throw line.wrong("time", "no earlier than \"opened\"");
    }
    Incident incident = new Incident(line.place(), alert.entity(), opened, told);
    incidents.merge(alert.id(), incident, Incident::or);
  }

  private Map<String, List<Span>> spans(Map<String, EntityRows> rows, Consumer<String> warnings) {
    Map<String, List<Span>> spans = new HashMap<>();
    for (Incident incident : incidents.values()) {
      EntityRows scored = rows.get(incident.entity());
      if (scored == null || !scored.span().overlaps(incident.open())) {
        warnings.accept(
            incident.place()
                + ": the incident lies outside of the rows of "
                + incident.entity()
                + "; it is left out.");
        continue;
      }
      spans
          .computeIfAbsent(incident.entity(), unseen -> new ArrayList<>())
          .add(within(incident.open(), scored.span()));
    }
    spans.values().forEach(list -> list.sort(Comparator.comparingLong(Span::fromMillis)));
    return spans;
  }

  private static Span within(Span open, Span rows) {
    return open.untilMillis() == STILL_OPEN
        ? new Span(open.fromMillis(), rows.untilMillis())
        : open;
  }
}
