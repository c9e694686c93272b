package dev.kilter.tools.report;

import dev.kilter.tools.lines.JsonLines;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How many inputs could not be used, by reason. */
final class DeadLetterCounts {
  private DeadLetterCounts() {}

  static Map<String, Long> read(Path file) {
    Map<String, Long> counts = new TreeMap<>();
    JsonLines.read(file, letter -> counts.merge(letter.text("reason"), 1L, Long::sum));
    return counts;
  }
}
