package dev.kilter.job.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.RecordPosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * An event written again, where its bytes are no longer at hand: behind the key only its values
 * are. The record itself is at its place.
 *
 * @param entity the entity
 * @param timeMillis event time
 * @param channels the names of its channels
 * @param values one for each; NaN where absent
 */
record WideEvent(String entity, long timeMillis, List<String> channels, double[] values) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The dead letter of the event. */
  DeadLetter deadLetter(RecordPosition position, DeadLetterReason reason, String detail) {
    return new DeadLetter(
        position,
        timeMillis,
        entity.getBytes(StandardCharsets.UTF_8),
        json().getBytes(StandardCharsets.UTF_8),
        reason,
        detail);
  }

  private String json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("entity", entity);
    json.put("time", Instant.ofEpochMilli(timeMillis).toString());
    ObjectNode present = json.putObject("values");
    for (int channel = 0; channel < channels.size(); channel++) {
      if (Double.isFinite(values[channel])) {
        present.put(channels.get(channel), values[channel]);
      }
    }
    return json.toString();
  }
}
