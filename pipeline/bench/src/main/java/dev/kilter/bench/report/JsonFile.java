package dev.kilter.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.kilter.UserError;
import java.io.IOException;
import java.nio.file.Path;

/** Writes what was measured for programs. */
public final class JsonFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonFile() {}

  /** Writes a record. */
  public static void write(Path file, Object record) {
    try {
      JSON.writeValue(file.toFile(), record);
    } catch (IOException e) {
      throw new UserError(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
