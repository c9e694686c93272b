package dev.kilter.job.config;

import java.io.Serializable;

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
    fields.finish();
    return read;
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
