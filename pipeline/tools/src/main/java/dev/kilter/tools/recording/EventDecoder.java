package dev.kilter.tools.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilter.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads one line of a recording; fields it does not know are passed over. */
final class EventDecoder {
  private static final JsonFactory JSON = new JsonFactory();

  private final Place place;
  private String topic;
  private int partition = -1;
  private long offset = -1;
  private long timestampMillis = Long.MIN_VALUE;
  private byte[] key;
  private List<RecordedHeader> headers = List.of();
  private byte[] value;
  private boolean hasValue;

  private EventDecoder(Place place) {
    this.place = place;
  }

  /**
   * Decodes a line.
   *
   * @throws UserError naming the column and what would be right there
   */
  static RecordedEvent decode(byte[] line, Place place) {
    return new EventDecoder(place).decode(line);
  }

  private RecordedEvent decode(byte[] line) {
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw wrong(json, "this is no event of a recording; it must be a JSON object.");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        readField(json, json.currentName());
      }
    } catch (JsonParseException e) {
      throw place.error(
          e.getLocation().getColumnNr(), "this is not JSON: " + e.getOriginalMessage() + ".");
    } catch (IOException e) {
      throw place.error("this is no event of a recording: " + e.getMessage());
    }
    requireAll();
    return new RecordedEvent(topic, partition, offset, timestampMillis, key, headers, value);
  }

  private void readField(JsonParser json, String name) throws IOException {
    json.nextToken();
    switch (name) {
      case "topic" -> topic = text(json, name);
      case "partition" -> partition = (int) number(json, name, 0, Integer.MAX_VALUE);
      case "offset" -> offset = number(json, name, 0, Long.MAX_VALUE);
      case "timestamp" -> timestampMillis = number(json, name, -1, Long.MAX_VALUE);
      case "key" -> key = bytes(json, name);
      case "keyBase64" -> key = binary(json, name);
      case "headers" -> headers = headers(json);
      case "value" -> setValue(bytes(json, name));
      case "valueBase64" -> setValue(binary(json, name));
      default -> json.skipChildren();
    }
  }

  private void setValue(byte[] bytes) {
    value = bytes;
    hasValue = true;
  }

  private void requireAll() {
    String missing =
        topic == null
            ? "topic"
            : partition < 0
                ? "partition"
                : offset < 0
                    ? "offset"
                    : timestampMillis == Long.MIN_VALUE ? "timestamp" : hasValue ? null : "value";
    if (missing != null) {
      throw place.error(
          "the event has no \"%s\"; it must have topic, partition, offset, timestamp and value."
              .formatted(missing));
    }
  }

  private List<RecordedHeader> headers(JsonParser json) throws IOException {
    List<RecordedHeader> read = new ArrayList<>();
    requireToken(json, JsonToken.START_ARRAY, "headers", "a list of pairs of name and value");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      requireToken(json, JsonToken.START_ARRAY, "a header", "a pair of name and value");
      json.nextToken();
      String name = text(json, "a header's name");
      json.nextToken();
      read.add(new RecordedHeader(name, headerValue(json)));
      json.nextToken();
      requireToken(json, JsonToken.END_ARRAY, "a header", "a pair of name and value");
    }
    return read;
  }

  private byte[] headerValue(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return bytes(json, "a header's value");
    }
    json.nextToken();
    json.nextToken();
    byte[] read = binary(json, "base64");
    json.nextToken();
    return read;
  }

  private byte[] bytes(JsonParser json, String name) throws IOException {
    return json.currentToken() == JsonToken.VALUE_NULL
        ? null
        : text(json, name).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] binary(JsonParser json, String name) throws IOException {
    requireToken(json, JsonToken.VALUE_STRING, name, "a text in Base64");
    try {
      return json.getBinaryValue();
    } catch (JsonParseException e) {
      throw wrong(json, name + " is no Base64.");
    }
  }

  private String text(JsonParser json, String name) throws IOException {
    requireToken(json, JsonToken.VALUE_STRING, name, "a text");
    return json.getText();
  }

  private long number(JsonParser json, String name, long least, long most) throws IOException {
    requireToken(json, JsonToken.VALUE_NUMBER_INT, name, "a whole number");
    long number = json.getLongValue();
    if (number < least || number > most) {
      throw wrong(json, "%s is %d; it must be %d or more.".formatted(name, number, least));
    }
    return number;
  }

  private void requireToken(JsonParser json, JsonToken token, String name, String right)
      throws IOException {
    if (json.currentToken() != token) {
      throw wrong(json, "%s is %s; it must be %s.".formatted(name, json.getText(), right));
    }
  }

  private UserError wrong(JsonParser json, String sentence) {
    return place.error(json.currentTokenLocation().getColumnNr(), sentence);
  }
}
