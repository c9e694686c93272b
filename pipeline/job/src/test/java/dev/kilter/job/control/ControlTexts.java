package dev.kilter.job.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilter.job.decode.Rejection;
import java.time.Instant;
import java.util.List;

/** Control messages as text, read when the clock says noon. */
public final class ControlTexts {
  public static final long NOON = Instant.parse("2026-12-01T12:00:00Z").toEpochMilli();
  public static final ControlReader READER = new ControlReader(List.of("pumps", "fans"));

  public static final String SILENCE =
      """
      {"control": "silence", "id": "s-1", "entities": "pump-1*", "detectors": ["pumps"],
       "from": "2026-12-01T13:00:00Z", "until": "2026-12-01T17:00:00+01:00", "reason": "new seal", "by": "ana"}
      """;
  public static final String END = "{\"control\": \"end-silence\", \"id\": \"s-1\"}";
  public static final String FEEDBACK =
      """
      {"control": "feedback", "incident": "5b1f", "entity": "pump-17", "detector": "pumps",
       "verdict": "false-alarm", "by": "ana", "note": "cleaning", "from": "2026-12-01T11:00:00Z",
       "opened": "2026-12-01T09:00:00Z", "until": "2026-12-01T10:00:00Z"}
      """;

  private ControlTexts() {}

  public static ControlMessage read(String text) throws Rejection {
    return READER.read(text.getBytes(UTF_8), NOON);
  }

  /** The message without one of its keys. */
  public static String without(String key, String message) {
    String shorter = message.replaceFirst("\\s*\"" + key + "\": (\"[^\"]*\"|\\[[^]]*\\]),?", "");
    return shorter.replaceFirst(",\\s*}", "}");
  }

  public static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
