package dev.kilter.tools.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * A health message, as it is read back from its topic.
 *
 * @param id the same where it began and where it ended
 * @param began whether it has begun; it has ended otherwise
 * @param kind what stands in the way of judging
 * @param entity the entity
 * @param channel the channel, or empty where it is about the entity as a whole
 * @param time event time of the message
 * @param detail what was seen
 */
record HealthNote(
    String id,
    boolean began,
    String kind,
    String entity,
    String channel,
    Instant time,
    String detail) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  static HealthNote parse(byte[] bytes) {
    try {
      JsonNode json = JSON.readTree(bytes);
      return new HealthNote(
          json.path("health").asText(),
          json.path("status").asText().equals("began"),
          json.path("kind").asText(),
          json.path("entity").asText(),
          json.path("channel").asText(),
          Instant.parse(json.path("time").asText()),
          json.path("detail").asText());
    } catch (IOException e) {
      throw new UncheckedIOException("the health topic holds something that is no message", e);
    }
  }

  /** Whether a sensor is what is wrong. */
  boolean ofSensor() {
    return !channel.isEmpty();
  }
}
