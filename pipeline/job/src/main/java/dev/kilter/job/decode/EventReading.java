package dev.kilter.job.decode;

import static dev.kilter.event.DeadLetterReason.NOT_AN_EVENT;
import static dev.kilter.event.DeadLetterReason.NOT_A_NUMBER;
import static dev.kilter.event.DeadLetterReason.NO_ENTITY;
import static dev.kilter.event.DeadLetterReason.NO_TIME;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One pass over the JSON of one record, gathering what an event needs. */
final class EventReading {
  private static final int LONGEST_NAME = 1_000;

  private final JsonParser json;
  private final Map<String, Integer> channels;
  private final double[] values;
  private String entity;
  private long timeMillis;
  private boolean hasTime;
  private String channel;
  private double longValue = Double.NaN;
  private boolean knownChannel;
  private final boolean[] named;
  private final Set<FieldTree.Role> taken = EnumSet.noneOf(FieldTree.Role.class);

  EventReading(JsonParser json, Map<String, Integer> channels) {
    this.json = json;
    this.channels = channels;
    this.values = new double[channels.size()];
    Arrays.fill(values, Double.NaN);
    this.named = new boolean[channels.size()];
  }

  /** Reads the whole record. */
  void read(FieldTree fields) throws IOException, Rejection {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new Rejection(NOT_AN_EVENT, "an event is a JSON object, this is " + shown());
    }
    readObject(fields);
    if (json.nextToken() != null) {
      throw new Rejection(NOT_AN_EVENT, "there is more behind the JSON object");
    }
    settle();
  }

  String entity() {
    return entity;
  }

  long timeMillis() {
    return timeMillis;
  }

  double[] values() {
    return values;
  }

  private void readObject(FieldTree fields) throws IOException, Rejection {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      FieldTree field = fields.child(name);
      JsonToken token = json.nextToken();
      if (field == null) {
        json.skipChildren();
      } else if (field.role() != null) {
        take(field.role(), token);
      } else if (token == JsonToken.START_OBJECT) {
        readObject(field);
      } else {
        json.skipChildren();
      }
    }
  }

  private void take(FieldTree.Role role, JsonToken token) throws IOException, Rejection {
    if (!taken.add(role)) {
      throw twice(role.name().toLowerCase(Locale.ROOT));
    }
    switch (role) {
      case ENTITY -> entity = text(token, "entity");
      case TIME -> takeTime(token);
      case VALUES -> takeValues(token);
      case CHANNEL -> channel = text(token, "channel");
      case VALUE -> longValue = number(token, "value");
    }
  }

  private String text(JsonToken token, String field) throws IOException, Rejection {
    boolean name = token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT;
    if (!name && token != JsonToken.VALUE_NULL) {
      throw new Rejection(NOT_AN_EVENT, field + " is " + shown() + " where a text belongs");
    }
    String text = name ? json.getText() : null;
    if (text != null && text.length() > LONGEST_NAME) {
      throw new Rejection(NOT_AN_EVENT, field + " has more than " + LONGEST_NAME + " characters");
    }
    return text;
  }

  private void takeTime(JsonToken token) throws IOException, Rejection {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    timeMillis =
        switch (token) {
          case VALUE_NUMBER_INT -> wholeMillis();
          case VALUE_STRING -> instant(json.getText());
          default -> throw new Rejection(NO_TIME, "the time is " + shown());
        };
    hasTime = true;
  }

  private long wholeMillis() throws IOException, Rejection {
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw new Rejection(NO_TIME, "the time " + shown() + " is no number of milliseconds");
    }
    return json.getLongValue();
  }

  private long instant(String text) throws Rejection {
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new Rejection(
          NO_TIME,
          "the time "
              + Shown.of(text)
              + " is neither ISO 8601 with a zone nor milliseconds since 1970");
    }
  }

  private void takeValues(JsonToken token) throws IOException, Rejection {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token != JsonToken.START_OBJECT) {
      throw new Rejection(NOT_AN_EVENT, "values is " + shown() + " where an object belongs");
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken value = json.nextToken();
      Integer position = channels.get(name);
      if (position == null) {
        json.skipChildren();
        continue;
      }
      if (named[position]) {
        throw twice(name);
      }
      named[position] = true;
      values[position] = number(value, name);
      knownChannel = true;
    }
  }

  /** Which of the two is meant nobody knows. */
  private static Rejection twice(String name) {
    return new Rejection(NOT_AN_EVENT, name + " is there twice");
  }

  private double number(JsonToken token, String field) throws IOException, Rejection {
    if (token == JsonToken.VALUE_NULL) {
      return Double.NaN;
    }
    if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
      throw new Rejection(NOT_A_NUMBER, field + " is " + shown() + " where a number belongs");
    }
    double number = json.getDoubleValue();
    if (!(Math.abs(number) <= Float.MAX_VALUE)) {
      throw new Rejection(
          NOT_A_NUMBER, field + " is " + shown() + ", too large to be computed with");
    }
    return number;
  }

  private void settle() throws Rejection {
    if (entity == null || entity.isBlank()) {
      throw new Rejection(NO_ENTITY, "the event names no entity");
    }
    if (!hasTime) {
      throw new Rejection(NO_TIME, "the event has no time");
    }
    Integer position = channel == null ? null : channels.get(channel);
    if (position != null) {
      values[position] = longValue;
      knownChannel = true;
    }
    if (!knownChannel) {
      throw new Rejection(
          NOT_AN_EVENT,
          "the event has no channel that the pipeline file names: "
              + Shown.of(channels.keySet().toString()));
    }
  }

  private String shown() throws IOException {
    return json.currentToken() == null ? "nothing" : Shown.of(json.getText());
  }
}
