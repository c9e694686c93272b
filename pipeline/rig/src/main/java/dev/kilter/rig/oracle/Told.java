package dev.kilter.rig.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.rig.events.Arrival;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An alert or a dead letter, as the oracle sees it.
 *
 * @param incident its incident; of a dead letter the partition and offset of the record
 * @param revision which alert of it this is; 1 for a dead letter
 * @param text all it says, key and headers with it, but for the name of the topic of its events,
 *     and for how far back it reaches what a network had in it: that is chance (decision 23)
 * @param nanos when it was read, as of {@link System#nanoTime}
 */
public record Told(String incident, int revision, String text, long nanos) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Which alert it is. */
  record Key(String incident, int revision) {}

  Key key() {
    return new Key(incident, revision);
  }

  /** The event time that an alert is of. */
  long timeMillis() {
    try {
      return Instant.parse(JSON.readTree(text).get("time").asText()).toEpochMilli();
    } catch (IOException e) {
      throw new IllegalArgumentException("an alert is no JSON", e);
    }
  }

  /** The alerts of a topic, in the order in which they were read. */
  public static List<Told> alerts(List<Arrival> arrivals, String eventsTopic) {
    return arrivals.stream().map(arrival -> alert(arrival, eventsTopic)).toList();
  }

  /** The dead letters of a topic, in the order in which they were read. */
  public static List<Told> letters(List<Arrival> arrivals, String eventsTopic) {
    return arrivals.stream().map(arrival -> letter(arrival, eventsTopic)).toList();
  }

  private static Told letter(Arrival arrival, String eventsTopic) {
    Map<String, String> headers = arrival.headers();
    String value = new String(arrival.value(), StandardCharsets.UTF_8);
    return new Told(
        headers.get("kilter-partition") + "-" + headers.get("kilter-offset"),
        1,
        arrival.key() + " " + headers.toString().replace(eventsTopic, "events") + " " + value,
        arrival.nanos());
  }

  private static Told alert(Arrival arrival, String eventsTopic) {
    ObjectNode alert = read(arrival);
    ((ObjectNode) alert.get("evidence")).remove("state");
    alert.put("key", arrival.key());
    alert.set("headers", JSON.valueToTree(arrival.headers()));
    return new Told(
        alert.get("incident").asText(),
        alert.get("revision").asInt(),
        alert.toString().replace(eventsTopic, "events"),
        arrival.nanos());
  }

  private static ObjectNode read(Arrival arrival) {
    try {
      return (ObjectNode) JSON.readTree(arrival.value());
    } catch (IOException e) {
      throw new IllegalArgumentException("a record is no JSON", e);
    }
  }
}
