package dev.kilter.tools.evaluate;

import dev.kilter.UserError;
import dev.kilter.tools.health.Reasons;
import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.lines.JsonLines;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads the rows of one detector from a file of scores, as Kilter writes them to their topic. */
final class ScoreFile {
  private final Path file;
  private String detector;
  private final Map<String, RowColumns> entities = new TreeMap<>();

  private ScoreFile(Path file, String detector) {
    this.file = file;
    this.detector = detector;
  }

  /**
   * Reads the whole file.
   *
   * @param detector the detector to read; null if the file holds one alone
   */
  static ScoredRows read(Path file, String detector) {
    ScoreFile scores = new ScoreFile(file, detector);
    JsonLines.read(file, detector == null ? scores::addOfOne : scores::addOfChosen);
    return scores.rows();
  }

  private ScoredRows rows() {
    if (entities.isEmpty()) {
      String whose = detector == null ? "" : " of detector " + detector;
      throw new UserError(file + " holds no scores" + whose + ".");
    }
    return new ScoredRows(
        detector, entities.entrySet().stream().map(e -> e.getValue().rows(e.getKey())).toList());
  }

  private void addOfChosen(JsonFields line) {
    if (line.text("detector").equals(detector)) {
      add(line);
    }
  }

  private void addOfOne(JsonFields line) {
    String found = line.text("detector");
    if (detector == null) {
      detector = found;
    }
    if (!found.equals(detector)) {
      throw line.wrong(
          "detector", "\"" + detector + "\" as in the lines before, unless --detector chooses one");
    }
    add(line);
  }

  private void add(JsonFields line) {
    String reason = reason(line);
    entities
        .computeIfAbsent(line.text("entity"), entity -> new RowColumns())
        .add(
            line.instantMillis("time"),
            reason == null ? line.number("score") : EntityRows.NOT_JUDGED,
            reason == null && line.has("threshold") ? line.number("threshold") : Double.NaN,
            reason);
  }

  /** Why there is no score, or null; one that is no finite number is written as null. */
  private static String reason(JsonFields line) {
    if (line.has("notJudged")) {
      return Reasons.kind(line.text("notJudged"));
    }
    return line.isNull("score") ? Reasons.NO_NUMBER : null;
  }
}
