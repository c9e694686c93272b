package dev.kilter.tools.report;

import dev.kilter.UserError;
import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.lines.JsonLines;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What a run observed and judged, by entity: rows and scores read side by side, each line once. */
final class RunHistory {
  private final Resolution resolution = new Resolution();
  private final Map<String, EntityHistory> entities = new TreeMap<>();
  private final Set<String> channels = new LinkedHashSet<>();

  /**
   * Reads both files, of any length, in little memory.
   *
   * @throws UserError when a line is not as it should be, or goes back in time
   */
  static RunHistory read(Path rowFile, Path scoreFile) {
    RunHistory run = new RunHistory();
    try (JsonLines rows = JsonLines.open(rowFile);
        JsonLines scores = JsonLines.open(scoreFile)) {
      run.read(rows, scores);
    }
    int most = run.resolution.mostBuckets();
    run.entities.values().forEach(entity -> entity.timeline().fit(most));
    return run;
  }

  private void read(JsonLines rows, JsonLines scores) {
    ObservedRow row = next(rows, ObservedRow::of, Long.MIN_VALUE);
    ScoreLine score = next(scores, ScoreLine::of, Long.MIN_VALUE);
    while (row != null || score != null) {
      if (score == null || (row != null && row.timeMillis() <= score.timeMillis())) {
        channels.addAll(row.values().keySet());
        history(row.entity()).add(row);
        row = next(rows, ObservedRow::of, row.timeMillis());
      } else {
        history(score.entity()).add(score);
        score = next(scores, ScoreLine::of, score.timeMillis());
      }
    }
  }

  private static <T extends Timed> T next(
      JsonLines file, Function<JsonFields, T> reader, long noEarlierThan) {
    JsonFields fields = file.next().orElse(null);
    if (fields == null) {
      return null;
    }
    T line = reader.apply(fields);
    if (line.timeMillis() < noEarlierThan) {
      throw fields.wrong("time", "no earlier than on the line before; sort the lines by time");
    }
    return line;
  }

  private EntityHistory history(String entity) {
    return entities.computeIfAbsent(entity, unseen -> new EntityHistory(resolution));
  }

  /** By name. */
  Map<String, EntityHistory> entities() {
    return entities;
  }

  /** The channels of all entities, in the order in which they came. */
  Set<String> channels() {
    return channels;
  }

  /** How many moments there were, of all entities. */
  long moments() {
    return entities.values().stream().mapToLong(entity -> entity.timeline().moments()).sum();
  }

  /** When the first moment was; 0 if there is none. */
  long fromMillis() {
    return entities.values().stream()
        .mapToLong(entity -> entity.timeline().firstMillis(0))
        .min()
        .orElse(0);
  }

  /** When the last moment was; 0 if there is none. */
  long toMillis() {
    return entities.values().stream()
        .map(EntityHistory::timeline)
        .mapToLong(timeline -> timeline.lastMillis(timeline.size() - 1))
        .max()
        .orElse(0);
  }
}
