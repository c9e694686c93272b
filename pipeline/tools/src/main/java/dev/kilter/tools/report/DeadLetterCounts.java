package dev.kilter.tools.report;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How many inputs could not be used, by reason. */
final class DeadLetterCounts {
  private DeadLetterCounts() {}

  static Map<String, Long> read(Path file) {
    Map<String, Long> counts = new TreeMap<>();
    try (JsonFile letters = JsonFile.open(file)) {
      while (letters.next()) {
        counts.merge(letters.required("reason", reason(letters)), 1L, Long::sum);
      }
    }
    return counts;
  }

  private static String reason(JsonFile letter) {
    String reason = null;
    for (String field = letter.field(); field != null; field = letter.field()) {
      if (field.equals("reason")) {
        reason = letter.text();
      } else {
        letter.skip();
      }
    }
    return reason;
  }
}
