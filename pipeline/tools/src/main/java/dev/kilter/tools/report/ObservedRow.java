package dev.kilter.tools.report;

import java.util.Map;

/** What was observed of one entity at one time, by channel. */
record ObservedRow(String entity, long timeMillis, Map<String, Double> values) implements Timed {

  /** Reads the object at hand. */
  static ObservedRow read(JsonFile file) {
    String entity = null;
    Long timeMillis = null;
    Map<String, Double> values = null;
    for (String field = file.field(); field != null; field = file.field()) {
      switch (field) {
        case "entity" -> entity = file.text();
        case "time" -> timeMillis = file.instantMillis();
        case "values" -> values = file.numbers();
        default -> file.skip();
      }
    }
    return new ObservedRow(
        file.required("entity", entity),
        file.required("time", timeMillis),
        file.required("values", values));
  }
}
