package dev.kilter.tools.compare;

import dev.kilter.UserError;
import dev.kilter.alert.Severity;
import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.lines.JsonLines;
import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.Told;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the incidents of a run from its alerts. */
final class RunAlerts {
  private static final String FILE = "alerts.jsonl";

  private final Map<String, RunIncident> incidents = new LinkedHashMap<>();

  private RunAlerts() {}

  /**
   * The incidents by detector, entity and opening.
   *
   * @param run a file of alerts, or a folder with an alerts.jsonl
   * @throws UserError when there is none, or with the line that is no alert
   */
  static List<RunIncident> read(Path run) {
    Path file = Files.isDirectory(run) ? run.resolve(FILE) : run;
    if (!Files.exists(file)) {
      throw new UserError(
          "There is no "
              + file
              + ": give the folder that kilter replay --out wrote, or a file of alerts.");
    }
    RunAlerts alerts = new RunAlerts();
    JsonLines.read(file, alerts::add);
    List<RunIncident> sorted = new ArrayList<>(alerts.incidents.values());
    sorted.sort(
        Comparator.comparing(RunIncident::detector)
            .thenComparing(RunIncident::entity)
            .thenComparing(RunIncident::opened));
    return sorted;
  }

  private void add(JsonFields line) {
    AlertMessage alert = AlertMessage.inFile(line);
    RunIncident incident =
        new RunIncident(
            alert.about().detector(),
            alert.entity(),
            alert.moment().opened(),
            Told.of(alert),
            line.oneOf("severity", Severity.values(), Severity::label).label(),
            alert.channelNames());
    incidents.merge(alert.id(), incident, RunAlerts::later);
  }

  /** What a later alert adds: an incident's severity never falls, so its last one is its worst. */
  private static RunIncident later(RunIncident before, RunIncident told) {
    return new RunIncident(
        before.detector(),
        before.entity(),
        before.opened(),
        before.told().or(told.told()),
        told.severity(),
        before.channels());
  }
}
