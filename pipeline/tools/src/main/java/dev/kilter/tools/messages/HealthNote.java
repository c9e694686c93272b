package dev.kilter.tools.messages;

import dev.kilter.health.HealthScope;
import dev.kilter.tools.lines.JsonFields;
import java.time.Instant;

/**
 * A health message, as it is read back from its topic.
 *
 * @param id the same where it began and where it ended
 * @param began whether it has begun; it has ended otherwise
 * @param kind what stands in the way of judging
 * @param scope whom it is about
 * @param time event time of the message
 * @param detail what was seen
 */
public record HealthNote(
    String id, boolean began, String kind, HealthScope scope, Instant time, String detail) {
  private static final String[] STATUSES = {"began", "ended"};

  /**
   * Reads a health message.
   *
   * @throws dev.kilter.UserError with the place of what is wrong
   */
  public static HealthNote of(JsonFields json) {
    return new HealthNote(
        json.text("health"),
        json.oneOf("status", STATUSES, status -> status).equals("began"),
        json.text("kind"),
        new HealthScope(
            json.text("entity"), textOrNull(json, "detector"), textOrNull(json, "channel")),
        Instant.ofEpochMilli(json.instantMillis("time")),
        json.text("detail"));
  }

  public String entity() {
    return scope.entity();
  }

  /** Whether a sensor is what is wrong. */
  public boolean ofSensor() {
    return scope.channel() != null;
  }

  private static String textOrNull(JsonFields json, String field) {
    return json.has(field) ? json.text(field) : null;
  }
}
