package dev.kilter.tools.report;

import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.lines.JsonLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the truth says of one entity: something was wrong from here to there.
 *
 * @param toMillis no longer part of it
 * @param kind what was wrong; empty where the truth does not say
 */
record Label(String entity, long fromMillis, long toMillis, String kind) {

  /** All labels of a file, by the time at which they begin. */
  static List<Label> readAll(Path file) {
    List<Label> labels = new ArrayList<>();
    JsonLines.read(file, line -> labels.add(of(line)));
    labels.sort(Comparator.comparingLong(Label::fromMillis));
    return labels;
  }

  private static Label of(JsonFields line) {
    Label label =
        new Label(
            line.text("entity"),
            line.instantMillis("from"),
            line.instantMillis("to"),
            line.has("kind") ? line.text("kind") : "");
    if (label.toMillis <= label.fromMillis) {
      throw line.wrong("to", "later than \"from\"");
    }
    return label;
  }
}
