package dev.kilter.tools.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.UserError;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Labels as lines of JSON with entity, from, to and kind; more fields may be there. */
public final class LabelsFile {
  private static final JsonFactory JSON = new JsonFactory().setRootValueSeparator("");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private LabelsFile() {}

  /** Writes labels in their order, packed as the file's name says. */
  public static void write(Path file, List<Label> labels) {
    try (OutputStream packed = Compression.of(file).write(file, false);
        OutputStream bytes = new BufferedOutputStream(packed);
        JsonGenerator json = JSON.createGenerator(bytes)) {
      for (Label label : labels) {
        json.writeStartObject();
        json.writeStringField("entity", label.entity());
        json.writeStringField("from", label.from().toString());
        json.writeStringField("to", label.to().toString());
        json.writeStringField("kind", label.kind());
        json.writeEndObject();
        json.writeRaw('\n');
      }
    } catch (IOException e) {
      throw new UserError("Writing to " + file + " failed: " + e.getMessage() + ".", e);
    }
  }

  /**
   * Reads labels.
   *
   * @throws UserError naming the first line that is none
   */
  public static List<Label> read(Path file) {
    List<Label> labels = new ArrayList<>();
    try (LineReader lines = new LineReader(file)) {
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        labels.add(label(line.get(), lines.place()));
      }
    }
    return labels;
  }

  private static Label label(byte[] line, Place place) {
    try {
      JsonNode json = MAPPER.readTree(line);
      return new Label(
          json.required("entity").asText(),
          Instant.parse(json.required("from").asText()),
          Instant.parse(json.required("to").asText()),
          json.path("kind").asText("anomaly"));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      throw new UserError(
          place
              + ": this is no label; it must be like {\"entity\":\"pump-1\",\"from\":"
              + "\"2026-03-01T12:00:00Z\",\"to\":\"2026-03-01T12:05:00Z\",\"kind\":\"leak\"}, and end"
              + " after it begins.",
          e);
    }
  }
}
