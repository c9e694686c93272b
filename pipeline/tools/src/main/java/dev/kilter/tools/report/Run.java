package dev.kilter.tools.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.tools.health.HealthFile;
import dev.kilter.tools.health.HealthSpan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that a report tells.
 *
 * @param history what was observed and judged
 * @param incidents by the time at which they were opened
 * @param health what stood in the way of judging, by the time at which it began; null if the run
 *     does not tell
 * @param deadLetters how many inputs could not be used, by reason
 * @param labels the truth, by the time at which they begin; null if it is not given
 * @param evaluation measures as {@code kilter evaluate --json} writes them; null if not given
 * @param units the units of channels, as far as they are known
 */
record Run(
    RunHistory history,
    List<Incident> incidents,
    List<HealthSpan> health,
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
        health(folder.resolve(HealthFile.NAME)),
        DeadLetterCounts.read(folder.resolve("dead-letters.jsonl")),
        truth,
        measures,
        units);
  }

  /** What runs of before there were health messages do not have. */
  private static List<HealthSpan> health(Path file) {
    return Files.exists(file) ? HealthFile.read(file) : null;
  }

  /** The entities, the one with the most incidents first, of equals the one in more trouble. */
  List<String> ranking() {
    Map<String, Long> counts = counts(incidents, Incident::entity);
    Map<String, Long> troubles = counts(healthOrNone(), span -> span.scope().entity());
    return history.entities().keySet().stream()
        .sorted(
            Comparator.comparingLong((String entity) -> -counts.getOrDefault(entity, 0L))
                .thenComparingLong(entity -> -troubles.getOrDefault(entity, 0L))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static <T> Map<String, Long> counts(List<T> things, Function<T, String> entity) {
    return things.stream().collect(Collectors.groupingBy(entity, Collectors.counting()));
  }

  private List<HealthSpan> healthOrNone() {
    return health == null ? List.of() : health;
  }

  /** How many stretches of trouble are of entities of which nothing was observed or judged. */
  long strayHealth() {
    return healthOrNone().stream().filter(span -> !isKnown(span.scope().entity())).count();
  }

  /** How many incidents are of such entities. */
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
