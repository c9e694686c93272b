package dev.kilter.job.kafka;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.health.HealthMessage;
import dev.kilter.health.HealthScope;
import java.time.Instant;

/** Writes health messages as JSON, the keys always in the same order. */
public final class HealthJson {
  private HealthJson() {}

  /** The message as one line of JSON. */
  public static byte[] bytes(HealthMessage message, String pipeline) {
    HealthScope scope = message.scope();
    ObjectNode json = JsonLine.object();
    json.put("health", message.id(pipeline));
    json.put("status", status(message));
    json.put("kind", message.kind().label());
    json.put("entity", scope.entity());
    if (scope.detector() != null) {
      json.put("detector", scope.detector());
    }
    if (scope.channel() != null) {
      json.put("channel", scope.channel());
    }
    json.put("since", Instant.ofEpochMilli(message.sinceMillis()).toString());
    json.put("time", Instant.ofEpochMilli(message.timeMillis()).toString());
    json.put("detail", message.detail());
    return JsonLine.bytes(json);
  }

  static String status(HealthMessage message) {
    return message.began() ? "began" : "ended";
  }
}
