package dev.kilter.tools.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that a report tells.
 *
 * @param history what was observed and judged
 * @param incidents by the time at which they were opened
 * @param deadLetters how many inputs could not be used, by reason
 * @param labels the truth, by the time at which they begin; null if it is not given
 * @param evaluation measures as {@code kilter evaluate --json} writes them; null if not given
 * @param units the units of channels, as far as they are known
 */
record Run(
    RunHistory history,
    List<Incident> incidents,
    Map<String, Long> deadLetters,
    List<Label> labels,
    ObjectNode evaluation,
    Map<String, String> units) {

  /** Reads the files of a folder; labels, evaluation and units are read from elsewhere. */
  static Run read(Path folder, Path labels, Path evaluation, Map<String, String> units) {
    ObjectNode measures = evaluation == null ? null : EvaluationFile.read(evaluation);
    List<Label> truth = labels == null ? null : Label.readAll(labels);
    return new Run(
        RunHistory.read(folder.resolve("rows.jsonl"), folder.resolve("scores.jsonl")),
        AlertFile.read(folder.resolve("alerts.jsonl")),
        DeadLetterCounts.read(folder.resolve("dead-letters.jsonl")),
        truth,
        measures,
        units);
  }

  /** The entities, the one with the most incidents first. */
  List<String> ranking() {
    Map<String, Long> counts = incidentCounts();
    return history.entities().keySet().stream()
        .sorted(
            Comparator.comparingLong((String entity) -> -counts.getOrDefault(entity, 0L))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private Map<String, Long> incidentCounts() {
    return incidents.stream()
        .collect(Collectors.groupingBy(Incident::entity, Collectors.counting()));
  }

  /** How many incidents are of entities of which nothing was observed or judged. */
  long strayIncidents() {
    return incidents.stream().filter(incident -> !isKnown(incident.entity())).count();
  }

  /** How many labels are of such entities. */
  long strayLabels() {
    return labels == null ? 0 : labels.stream().filter(label -> !isKnown(label.entity())).count();
  }

  private boolean isKnown(String entity) {
    return history.entities().containsKey(entity);
  }
}
