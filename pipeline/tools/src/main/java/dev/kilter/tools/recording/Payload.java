package dev.kilter.tools.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What can be told of a payload in the default event form: its entity and its time. */
public final class Payload {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String ENTITY = "entity";
  private static final String TIME = "time";

  private Payload() {}

  /** The field {@code time} as milliseconds; {@link RecordedEvent#NO_TIME} if there is none. */
  public static long timeMillis(byte[] payload) {
    return find(payload, TIME).flatMap(Payload::millis).orElse(RecordedEvent.NO_TIME);
  }

  /** The field {@code entity}. */
  public static Optional<String> entity(byte[] payload) {
    return find(payload, ENTITY).map(Field::text);
  }

  /** The same payload with its field {@code time} moved; as it is where there is no such time. */
  public static byte[] shifted(byte[] payload, Duration by) {
    return find(payload, TIME)
        .flatMap(field -> moved(field, by).map(text -> replaced(payload, field, text)))
        .orElse(payload);
  }

  /** Whether this is one whole JSON value. */
  static boolean isWhole(byte[] text) {
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() == null) {
        return false;
      }
      json.skipChildren();
      return json.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Field> find(byte[] payload, String name) {
    if (payload == null) {
      return Optional.empty();
    }
    try (JsonParser json = JSON.createParser(payload)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = json.currentName().equals(name);
        JsonToken token = json.nextToken();
        if (found) {
          return field(json, token);
        }
        json.skipChildren();
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Field> field(JsonParser json, JsonToken token) throws IOException {
    if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
      return Optional.empty();
    }
    int from = (int) json.currentTokenLocation().getByteOffset();
    String text = json.getText();
    boolean quoted = token == JsonToken.VALUE_STRING;
    int to = quoted ? (int) json.currentLocation().getByteOffset() : from + text.length();
    return Optional.of(new Field(text, quoted, from, to));
  }

  private static Optional<Long> millis(Field time) {
    try {
      return Optional.of(
          time.quoted()
              ? OffsetDateTime.parse(time.text()).toInstant().toEpochMilli()
              : Long.parseLong(time.text()));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> moved(Field time, Duration by) {
    return millis(time)
        .map(
            millis ->
                time.quoted()
                    ? '"' + OffsetDateTime.parse(time.text()).plus(by).toString() + '"'
                    : Instant.ofEpochMilli(millis).plus(by).toEpochMilli() + "");
  }

  private static byte[] replaced(byte[] payload, Field field, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(payload.length + text.length());
    try {
      bytes.write(payload, 0, field.from());
      bytes.write(text.getBytes(StandardCharsets.UTF_8));
      bytes.write(payload, field.to(), payload.length - field.to());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /** A scalar at the top of a payload and the bytes it takes, quotes included. */
  private record Field(String text, boolean quoted, int from, int to) {}
}
