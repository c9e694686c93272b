package dev.kilter.tools.evaluate;

import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.lines.JsonLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the truth: which entity was in trouble, from when to when. */
final class LabelFile {
  private final Map<String, EntityRows> rows;
  private final Consumer<String> warnings;
  private final Map<String, List<Label>> labels = new HashMap<>();

  private LabelFile(Map<String, EntityRows> rows, Consumer<String> warnings) {
    this.rows = rows;
    this.warnings = warnings;
  }

  /**
   * The labels that hold a row of their entity, by entity; of others it warns.
   *
   * @param rows what was scored, by entity
   */
  static Map<String, List<Label>> read(
      Path file, Map<String, EntityRows> rows, Consumer<String> warnings) {
    LabelFile labels = new LabelFile(rows, warnings);
    JsonLines.read(file, labels::add);
    return labels.labels;
  }

  private void add(JsonFields line) {
    String entity = line.text("entity");
    Span span = span(line);
    Label label = new Label(span, line.has("kind") ? line.text("kind") : "");
    EntityRows scored = rows.get(entity);
    if (scored == null) {
      warnings.accept(line.place() + ": entity " + entity + " has no rows; the label is left out.");
      return;
    }
    if (!scored.anyWithin(span)) {
      warnings.accept(
          line.place() + ": no row of " + entity + " is within; the label is left out.");
      return;
    }
    labels.computeIfAbsent(entity, unseen -> new ArrayList<>()).add(label);
  }

  private static Span span(JsonFields line) {
    Span span = new Span(line.instantMillis("from"), line.instantMillis("to"));
    if (span.lengthMillis() <= 0) {
      throw line.wrong("to", "later than \"from\"");
    }
    return span;
  }
}
