package dev.kilter.tools.report;

import dev.kilter.tools.lines.JsonFields;
import java.util.Map;

/** What was observed of one entity at one time, by channel. */
record ObservedRow(String entity, long timeMillis, Map<String, Double> values) implements Timed {

  static ObservedRow of(JsonFields line) {
    return new ObservedRow(line.text("entity"), line.instantMillis("time"), line.numbers("values"));
  }
}
