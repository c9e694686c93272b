package dev.kilter.job.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.job.config.WrittenTime;
import dev.kilter.job.decode.Rejection;
import dev.kilter.job.decode.Shown;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys of one control message. Each is asked for by name and type; {@link #finish} then refuses
 * those that nobody asked for.
 */
final class ControlFields {
  private final ObjectNode object;
  private final Set<String> known = new LinkedHashSet<>();

  ControlFields(ObjectNode object) {
    this.object = object;
  }

  /** A text that must be there. */
  String text(String key) throws Rejection {
    String text = textOrNull(key);
    if (text == null) {
      throw rejection(key + " is missing");
    }
    return text;
  }

  /** A text that may be absent, then null. */
  String textOrNull(String key) throws Rejection {
    JsonNode node = ask(key);
    return node == null ? null : text(key, node);
  }

  /** A list of texts; empty where it is absent, and never where it is there. */
  List<String> texts(String key) throws Rejection {
    JsonNode node = ask(key);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray() || node.isEmpty()) {
      throw wrong(key, shown(node), "left out, or a list of at least one text");
    }
    List<String> texts = new ArrayList<>();
    for (int place = 0; place < node.size(); place++) {
      texts.add(text(key + "[" + place + "]", node.get(place)));
    }
    return texts;
  }

  /** A time in milliseconds since 1970, or null where it is absent. */
  Long timeOrNull(String key) throws Rejection {
    String text = textOrNull(key);
    if (text == null) {
      return null;
    }
    String right = "a time from 1970 to 2199 with its offset, such as 2026-11-01T02:00:00Z";
    try {
      WrittenTime time = WrittenTime.parse(text);
      if (!time.isLocal()) {
        return time.instant(null).toEpochMilli();
      }
    } catch (IllegalArgumentException e) {
      throw wrong(key, Shown.of(text), right);
    }
    throw wrong(key, Shown.of(text), right);
  }

  /** Refuses keys that nobody asked for. */
  void finish() throws Rejection {
    for (Iterator<String> keys = object.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!known.contains(key)) {
        throw rejection("unknown key " + Shown.of(key) + "; known here are " + known);
      }
    }
  }

  /** That the value of a key is wrong, and what would be right. */
  static Rejection wrong(String key, String value, String right) {
    return rejection(key + " is " + value + "; it must be " + right);
  }

  static Rejection rejection(String detail) {
    return new Rejection(DeadLetterReason.NOT_A_CONTROL_MESSAGE, detail);
  }

  /** A value as it is shown in a message. */
  static String shown(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> node.isEmpty() ? "an empty list" : "a list";
      case OBJECT -> "an object";
      case STRING -> Shown.of(node.textValue());
      case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO -> Shown.of(node.toString());
    };
  }

  private static String text(String place, JsonNode node) throws Rejection {
    if (!node.isTextual()) {
      throw wrong(place, shown(node), "a text");
    }
    if (node.textValue().isBlank()) {
      throw wrong(place, Shown.of(node.textValue()), "something other than blanks");
    }
    return node.textValue();
  }

  private JsonNode ask(String key) {
    known.add(key);
    JsonNode node = object.get(key);
    return node == null || node.isNull() ? null : node;
  }
}
