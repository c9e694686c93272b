package dev.kilter.job.config;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where in an event its fields stand, as JSON pointers into each of its readings. What a reading
 * lacks of entity, time and channel is taken from the message around it.
 *
 * @param entity the entity's name
 * @param time the event time
 * @param values of a wide event, the object from channel to value; empty: the reading itself
 * @param channel of a long event, the channel's name; null: there are no long events
 * @param value of a long event, the value; null with the channel
 * @param readings the array of a message's readings; null: the message is one, or an array of them
 */
public record EventFields(
    String entity, String time, String values, String channel, String value, String readings)
    implements Serializable {

  /** The fields as Kilter's own events have them. */
  public static EventFields standard() {
    return new EventFields("/entity", "/time", "/values", "/channel", "/value", null);
  }

  /**
   * Reads the fields.
   *
   * @param flat whether channels stand beside entity and time unless the file says otherwise
   * @param channels names in events; one that stands where a long event's fields do comes first
   */
  static EventFields read(YamlSection fields, boolean flat, Set<String> channels) {
    EventFields standard = standard();
    String values =
        fields.parsed("values", flat ? "" : standard.values(), EventFields::checkedPlace);
    boolean taken =
        values.isEmpty() && (channels.contains("channel") || channels.contains("value"));
    return new EventFields(
        pointer(fields, "entity", standard.entity()),
        pointer(fields, "time", standard.time()),
        values,
        placeOrNone(fields, "channel", taken ? null : standard.channel()),
        placeOrNone(fields, "value", taken ? null : standard.value()),
        pointer(fields, "readings", null));
  }

  /** The places by the keys they are told under, those that are there. */
  Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("entity", entity);
    places.put("time", time);
    places.put("values", values.isEmpty() ? null : values);
    places.put("channel", channel);
    places.put("value", value);
    places.put("readings", readings);
    places.values().removeIf(Objects::isNull);
    return places;
  }

  /** The names that a pointer leads through. */
  public static List<String> steps(String pointer) {
    return pointer.isEmpty()
        ? List.of()
        : Arrays.stream(pointer.substring(1).split("/", -1))
            .map(step -> step.replace("~1", "/").replace("~0", "~"))
            .toList();
  }

  /** The pointer to a field of this name within a place. */
  static String within(String place, String name) {
    return place + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static String pointer(YamlSection fields, String key, String otherwise) {
    return fields.parsed(key, otherwise, EventFields::checkedPointer);
  }

  /** An empty text says that there is no such field. */
  private static String placeOrNone(YamlSection fields, String key, String otherwise) {
    String place = fields.parsed(key, otherwise, EventFields::checkedPlace);
    return place == null || place.isEmpty() ? null : place;
  }

  private static String checkedPlace(String text) {
    return text.isEmpty() ? text : checkedPointer(text);
  }

  private static String checkedPointer(String text) {
    if (!text.startsWith("/") || text.length() == 1) {
      throw new IllegalArgumentException("a JSON pointer such as /device/id");
    }
    return text;
  }
}
