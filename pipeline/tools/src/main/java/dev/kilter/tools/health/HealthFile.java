package dev.kilter.tools.health;

import dev.kilter.health.HealthKind;
import dev.kilter.health.HealthScope;
import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.lines.JsonLines;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is in the health topic, or in the health.jsonl of a replay. */
public final class HealthFile {
  /** What a replay calls the file. */
  public static final String NAME = "health.jsonl";

  private HealthFile() {}

  /**
   * All stretches, by the time at which they began; a message that came twice counts once.
   *
   * @throws dev.kilter.UserError naming file, line and column of what is wrong
   */
  public static List<HealthSpan> read(Path file) {
    Map<String, HealthSpan> spans = new LinkedHashMap<>();
    JsonLines.read(file, line -> spans.merge(line.text("health"), span(line), HealthSpan::and));
    return spans.values().stream()
        .sorted(Comparator.comparingLong(HealthSpan::sinceMillis))
        .toList();
  }

  private static HealthSpan span(JsonFields line) {
    boolean began = isBegun(line);
    long since = line.instantMillis("since");
    long time = line.instantMillis("time");
    if (time < since) {
      throw line.wrong("time", "no earlier than \"since\"");
    }
    String detail = line.text("detail");
    return new HealthSpan(
        scope(line),
        line.oneOf("kind", HealthKind.values(), HealthKind::label),
        since,
        began ? null : time,
        began ? detail : "",
        began ? "" : detail);
  }

  private static HealthScope scope(JsonFields line) {
    return new HealthScope(
        line.text("entity"), textOrNull(line, "detector"), textOrNull(line, "channel"));
  }

  private static String textOrNull(JsonFields line, String field) {
    return line.has(field) ? line.text(field) : null;
  }

  private static boolean isBegun(JsonFields line) {
    return line.oneOf("status", new String[] {"began", "ended"}, status -> status).equals("began");
  }
}
