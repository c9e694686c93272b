package dev.kilter.job.config;

import java.io.Serializable;
import java.util.List;

/**
 * Where in an event's JSON its fields stand, as JSON pointers.
 *
 * @param entity the entity's name
 * @param time the event time: ISO 8601, or milliseconds since 1970
 * @param values of a wide event, the object from channel to value
 * @param channel of a long event, the channel's name
 * @param value of a long event, the value
 */
public record EventFields(String entity, String time, String values, String channel, String value)
    implements Serializable {

  /** The fields as Kilter's own events have them. */
  public static EventFields standard() {
    return new EventFields("/entity", "/time", "/values", "/channel", "/value");
  }

  static EventFields read(YamlSection fields) {
    EventFields standard = standard();
    EventFields read =
        new EventFields(
            pointer(fields, "entity", standard.entity()),
            pointer(fields, "time", standard.time()),
            pointer(fields, "values", standard.values()),
            pointer(fields, "channel", standard.channel()),
            pointer(fields, "value", standard.value()));
    read.checkApart(fields);
    fields.finish();
    return read;
  }

  /** No field may be another one or lie within it: the one pass over the JSON takes each once. */
  private void checkApart(YamlSection fields) {
    List<String> keys = List.of("entity", "time", "values", "channel", "value");
    List<String> pointers = List.of(entity, time, values, channel, value);
    for (int i = 1; i < keys.size(); i++) {
      for (int before = 0; before < i; before++) {
        if (touch(pointers.get(i), pointers.get(before))) {
          String right = "apart from " + keys.get(before) + ", \"" + pointers.get(before) + "\"";
          fields.wrong(keys.get(i), "\"" + pointers.get(i) + "\"", right);
        }
      }
    }
  }

  private static boolean touch(String pointer, String other) {
    return (pointer + "/").startsWith(other + "/") || (other + "/").startsWith(pointer + "/");
  }

  private static String pointer(YamlSection fields, String key, String otherwise) {
    return fields.parsed(key, otherwise, EventFields::checkedPointer);
  }

  private static String checkedPointer(String text) {
    if (!text.startsWith("/") || text.length() == 1) {
      throw new IllegalArgumentException("a JSON pointer such as /device/id");
    }
    return text;
  }
}
