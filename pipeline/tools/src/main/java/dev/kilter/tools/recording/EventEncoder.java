package dev.kilter.tools.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes an event as one line of a recording, from which the same bytes come back. */
final class EventEncoder {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private EventEncoder() {}

  /** Without a line end. */
  static byte[] encode(RecordedEvent event) {
    int length = event.value() == null ? 0 : event.value().length;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * length + 128);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("topic", event.topic());
      json.writeNumberField("partition", event.partition());
      json.writeNumberField("offset", event.offset());
      json.writeNumberField("timestamp", event.timestampMillis());
      writeBytes(json, "key", event.key());
      writeHeaders(json, event.headers());
      writeBytes(json, "value", event.value());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void writeHeaders(JsonGenerator json, List<RecordedHeader> headers)
      throws IOException {
    if (headers.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("headers");
    for (RecordedHeader header : headers) {
      writeHeader(json, header);
    }
    json.writeEndArray();
  }

  private static void writeHeader(JsonGenerator json, RecordedHeader header) throws IOException {
    json.writeStartArray();
    json.writeString(header.name());
    Optional<String> text = text(header.value());
    if (header.value() == null || text.isPresent()) {
      json.writeString(text.orElse(null));
    } else {
      json.writeStartObject();
      json.writeBinaryField("base64", header.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeBytes(JsonGenerator json, String name, byte[] bytes) throws IOException {
    Optional<String> text = text(bytes);
    if (bytes == null) {
      json.writeNullField(name);
    } else if (text.isPresent()) {
      json.writeStringField(name, text.get());
    } else {
      json.writeBinaryField(name + "Base64", bytes);
    }
  }

  /** Absent where the bytes are no UTF-8, which would not come back as they were. */
  private static Optional<String> text(byte[] bytes) {
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
