package dev.kilter.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.kilter.UserError;
import java.io.IOException;
import java.nio.file.Path;

/** What was measured, written for programs. */
public final class JsonFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonFile() {}

  /** Writes a record of figures. */
  public static void write(Path file, Record figures) {
    try {
      JSON.writeValue(file.toFile(), figures);
    } catch (IOException e) {
      throw new UserError(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
