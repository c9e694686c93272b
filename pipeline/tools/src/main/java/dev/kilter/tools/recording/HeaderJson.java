package dev.kilter.tools.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilter.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The first line of a recording as JSON. */
final class HeaderJson {
  /** What every header begins with. */
  static final String BEGINNING = "{\"kilterRecording\":";

  private static final JsonFactory JSON = new JsonFactory();
  private static final String VERSION = "kilterRecording";

  private HeaderJson() {}

  static byte[] encode(RecordingHeader header) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberField(VERSION, RecordingHeader.VERSION);
      writeTime(json, "from", header.from());
      writeTime(json, "to", header.to());
      json.writeObjectFieldStart("starts");
      for (Map.Entry<Integer, Long> start : new TreeMap<>(header.starts()).entrySet()) {
        json.writeNumberField(start.getKey().toString(), start.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /** Whether a first line claims to be a recording's. */
  static boolean isHeader(byte[] line) {
    try (JsonParser json = JSON.createParser(line)) {
      return json.nextToken() == JsonToken.START_OBJECT && VERSION.equals(json.nextFieldName());
    } catch (IOException e) {
      return false;
    }
  }

  static RecordingHeader decode(byte[] line, Place place) {
    if (!isHeader(line)) {
      throw noHeader(place);
    }
    Map<String, String> times = new HashMap<>();
    Map<Integer, Long> starts = new HashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken token = json.nextToken();
        switch (name) {
          case VERSION -> requireVersion(json, place);
          case "starts" -> readStarts(json, starts);
          default -> times.put(name, token == JsonToken.VALUE_STRING ? json.getText() : null);
        }
        json.skipChildren();
      }
      return new RecordingHeader(
          time(times.get("from")).orElse(null), time(times.get("to")).orElse(null), starts);
    } catch (IOException | DateTimeException | NumberFormatException e) {
      throw noHeader(place);
    }
  }

  private static UserError noHeader(Place place) {
    return place.error(
        "this is no header of a recording; it must be like"
            + " {\"kilterRecording\":1,\"from\":\"2026-03-01T00:00:00Z\",\"starts\":{\"0\":17}}.");
  }

  private static void requireVersion(JsonParser json, Place place) throws IOException {
    if (json.getValueAsInt(-1) != RecordingHeader.VERSION) {
      throw place.error(
          "this recording has version %s; this kilter reads version %d."
              .formatted(json.getText(), RecordingHeader.VERSION));
    }
  }

  private static void readStarts(JsonParser json, Map<Integer, Long> starts) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      int partition = Integer.parseInt(json.currentName());
      json.nextToken();
      starts.put(partition, json.getLongValue());
    }
  }

  private static Optional<Instant> time(String text) {
    return Optional.ofNullable(text).map(Instant::parse);
  }

  private static void writeTime(JsonGenerator json, String name, Instant time) throws IOException {
    if (time != null) {
      json.writeStringField(name, time.toString());
    }
  }
}
