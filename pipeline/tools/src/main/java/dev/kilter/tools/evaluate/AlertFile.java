package dev.kilter.tools.evaluate;

import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.lines.JsonLines;
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
  private record Incident(String place, String entity, Span open) {

    Incident or(Incident told) {
      long until = Math.min(open.untilMillis(), told.open.untilMillis());
      return new Incident(place, entity, new Span(open.fromMillis(), until));
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
    long opened = line.instantMillis("opened");
    long until = isClosed(line) ? line.instantMillis("time") : STILL_OPEN;
    if (until < opened) {
      throw line.wrong("time", "no earlier than \"opened\"");
    }
    Incident told = new Incident(line.place(), line.text("entity"), new Span(opened, until));
    incidents.merge(line.text("incident"), told, Incident::or);
  }

  private static boolean isClosed(JsonFields line) {
    String status = line.text("status");
    if (status.equals("open") || status.equals("closed")) {
      return status.equals("closed");
    }
    throw line.wrong("status", "\"open\" or \"closed\"");
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
