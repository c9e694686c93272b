package dev.kilter.tools.report;

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
    try (JsonFile lines = JsonFile.open(file)) {
      while (lines.next()) {
        labels.add(read(lines));
      }
    }
    labels.sort(Comparator.comparingLong(Label::fromMillis));
    return labels;
  }

  private static Label read(JsonFile line) {
    String entity = null;
    Long from = null;
    Long to = null;
    String kind = "";
    for (String field = line.field(); field != null; field = line.field()) {
      switch (field) {
        case "entity" -> entity = line.text();
        case "from" -> from = line.instantMillis();
        case "to" -> to = line.instantMillis();
        case "kind" -> kind = line.textOrNone();
        default -> line.skip();
      }
    }
    Label label =
        new Label(
            line.required("entity", entity),
            line.required("from", from),
            line.required("to", to),
            kind);
    if (label.toMillis <= label.fromMillis) {
      throw line.wrongLine("\"to\" must be later than \"from\"");
    }
    return label;
  }
}
