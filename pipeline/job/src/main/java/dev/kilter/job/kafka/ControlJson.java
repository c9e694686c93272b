package dev.kilter.job.kafka;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.event.Feedback;
import dev.kilter.job.control.ControlMessage;
import java.time.Instant;

/**
 * Writes control messages as {@link dev.kilter.job.control.ControlReader} reads them, every time
 * said.
 */
public final class ControlJson {
  private ControlJson() {}

  /** The message as one line of JSON. */
  public static byte[] bytes(ControlMessage message) {
    ObjectNode json = JsonLine.object();
    if (message instanceof ControlMessage.Silence silence) {
      put(silence, json);
    } else if (message instanceof ControlMessage.EndSilence end) {
      json.put("control", "end-silence");
      json.put("id", end.id());
      json.put("from", time(end.fromMillis()));
    } else if (message instanceof ControlMessage.GivenFeedback given) {
      put(given.feedback(), json);
    }
    return JsonLine.bytes(json);
  }

  private static void put(ControlMessage.Silence silence, ObjectNode json) {
    json.put("control", "silence");
    json.put("id", silence.id());
    json.put("entities", silence.entities().toString());
    if (!silence.detectors().isEmpty()) {
      ArrayNode detectors = json.putArray("detectors");
      silence.detectors().forEach(detectors::add);
    }
    json.put("from", time(silence.window().fromMillis()));
    json.put("until", time(silence.window().untilMillis()));
    json.put("reason", silence.reason());
    json.put("by", silence.by());
  }

  private static void put(Feedback feedback, ObjectNode json) {
    json.put("control", "feedback");
    json.put("incident", feedback.incident());
    json.put("entity", feedback.entity());
    json.put("detector", feedback.detector());
    json.put("verdict", feedback.verdict().label());
    json.put("by", feedback.by());
    if (feedback.note() != null) {
      json.put("note", feedback.note());
    }
    json.put("from", time(feedback.fromMillis()));
    if (feedback.tellsWhen()) {
      json.put("opened", time(feedback.openedMillis()));
      json.put("until", time(feedback.untilMillis()));
    }
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
