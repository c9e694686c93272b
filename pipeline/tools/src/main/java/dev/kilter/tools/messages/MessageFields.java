package dev.kilter.tools.messages;

import dev.kilter.tools.lines.JsonFields;
import java.time.Instant;
import java.util.List;

/** Fields as messages have them: what may be absent, and what may not. */
final class MessageFields {
  private MessageFields() {}

  /** Which message about something it is, which it must say. */
  static int revision(JsonFields json) {
    double revision = json.number("revision");
    if (revision < 1 || revision > Integer.MAX_VALUE || revision != Math.rint(revision)) {
      throw json.wrong("revision", "a whole number of 1 or more");
    }
    return (int) revision;
  }

  /** When it opened, and when it is told, which it must say. */
  static AlertMessage.Moment moment(JsonFields json) {
    return new AlertMessage.Moment(time(json, "opened"), time(json, "time"));
  }

  private static Instant time(JsonFields json, String field) {
    return Instant.ofEpochMilli(json.instantMillis(field));
  }

  /** A text that is empty where it is absent. */
  static String textOrEmpty(JsonFields json, String field) {
    return json.has(field) ? json.text(field) : "";
  }

  /** A number that is NaN where it is absent. */
  static double numberOrNone(JsonFields json, String field) {
    return json.has(field) ? json.number(field) : Double.NaN;
  }

  /** The objects of an array; none where it is absent. */
  static List<JsonFields> objects(JsonFields json, String field) {
    return json.has(field) ? json.objects(field) : List.of();
  }
}
