package dev.kilter.job.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Makes the dead letter of an event that came too late. Its bytes are no longer at hand behind the
 * key, so its values are written again, as a wide event; the record itself is at its place.
 *
 * @param topic the events topic
 * @param channels the channels by name, in the order of an event's values
 */
public record LateEvents(String topic, List<String> channels) implements Serializable {
  private static final ObjectMapper JSON = new ObjectMapper();

  DeadLetter deadLetter(Event event, long releasedUpToMillis) {
    String detail =
        event.entity()
            + " was already judged up to "
            + Instant.ofEpochMilli(releasedUpToMillis)
            + "; the event came "
            + (releasedUpToMillis - event.timeMillis())
            + " ms behind that";
    return new DeadLetter(
        new RecordPosition(topic, event.partition(), event.offset()),
        event.timeMillis(),
        event.entity().getBytes(StandardCharsets.UTF_8),
        wide(event).getBytes(StandardCharsets.UTF_8),
        DeadLetterReason.LATE,
        detail);
  }

  private String wide(Event event) {
    ObjectNode json = JSON.createObjectNode();
    json.put("entity", event.entity());
    json.put("time", Instant.ofEpochMilli(event.timeMillis()).toString());
    ObjectNode values = json.putObject("values");
    for (int channel = 0; channel < channels.size(); channel++) {
      if (!Double.isNaN(event.values()[channel])) {
        values.put(channels.get(channel), event.values()[channel]);
      }
    }
    return json.toString();
  }
}
