package dev.kilter.tools.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilter.job.kafka.AlertValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * An alert, as it is read back from its topic, where it is JSON or Avro.
 *
 * @param incident the incident's id
 * @param revision 1 for the alert that opened it
 * @param closed whether trouble is over
 * @param excess how many times the threshold its peak is
 * @param channels what leads, the worst first
 * @param classes what it probably is, the most probable first; empty where nothing says so
 */
record AlertMessage(
    String incident,
    int revision,
    boolean closed,
    String severity,
    String entity,
    Moment moment,
    double excess,
    List<Reading> channels,
    List<Likely> classes) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** When: of the incident, and of this message. */
  record Moment(Instant opened, Instant time) {}

  /** One channel: NaN where a number is absent. */
  record Reading(String name, double observed, double expected, double part) {}

  /** One class, and how probable it is. */
  record Likely(String name, double probability) {}

  static AlertMessage parse(byte[] bytes) {
    try {
      return of(JSON.readTree(AlertValue.json(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("the alerts topic holds something that is no alert", e);
    }
  }

  boolean opens() {
    return revision == 1 && !closed;
  }

  List<String> channelNames() {
    return channels.stream().map(Reading::name).toList();
  }

  private static AlertMessage of(JsonNode json) {
    return new AlertMessage(
        json.path("incident").asText(),
        json.path("revision").asInt(),
        json.path("status").asText().equals("closed"),
        json.path("severity").asText(),
        json.path("entity").asText(),
        new Moment(time(json, "opened"), time(json, "time")),
        number(json, "peak") / number(json, "threshold"),
        StreamSupport.stream(json.path("channels").spliterator(), false)
            .map(AlertMessage::reading)
            .toList(),
        StreamSupport.stream(json.path("classes").spliterator(), false)
            .map(each -> new Likely(each.path("name").asText(), number(each, "probability")))
            .toList());
  }

  private static Reading reading(JsonNode json) {
    return new Reading(
        json.path("name").asText(),
        number(json, "observed"),
        number(json, "expected"),
        number(json, "part"));
  }

  private static Instant time(JsonNode json, String field) {
    return Instant.parse(json.path(field).asText());
  }

  private static double number(JsonNode json, String field) {
    return json.path(field).asDouble(Double.NaN);
  }
}
