package dev.kilter.tools.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes the truth about a simulation, one fault a line; the size of a stuck sensor is null. */
final class TruthJson {
  private static final JsonFactory JSON = new JsonFactory().setRootValueSeparator(null);

  private TruthJson() {}

  static void write(Path file, List<Fault> faults) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        JsonGenerator json = JSON.createGenerator(lines)) {
      for (Fault fault : faults) {
        write(json, fault);
        json.writeRaw('\n');
      }
    }
  }

  private static void write(JsonGenerator json, Fault fault) throws IOException {
    json.writeStartObject();
    json.writeStringField("entity", fault.entity());
    json.writeStringField("from", Instant.ofEpochMilli(fault.fromMillis()).toString());
    json.writeStringField("to", Instant.ofEpochMilli(fault.toMillis()).toString());
    json.writeStringField("kind", fault.kind().name());
    writeSize(json, fault.sizeInNoise());
    json.writeArrayFieldStart("channels");
    for (String channel : fault.channels()) {
      json.writeString(channel);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeSize(JsonGenerator json, double sizeInNoise) throws IOException {
    if (Double.isNaN(sizeInNoise)) {
      json.writeNullField("size");
      return;
    }
    json.writeNumberField("size", sizeInNoise);
  }
}
