package dev.kilter.tools.lines;

import dev.kilter.tools.recording.LineReader;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a file of JSON objects, one a line, compressed where its name ends in .gz or .zst. */
public final class JsonLines implements Closeable {
  private final LineReader lines;

  private JsonLines(Path file) {
    this.lines = new LineReader(file);
  }

  /**
   * Opens a file, to be read a line at a time.
   *
   * @throws UserError if there is no such file
   */
  public static JsonLines open(Path file) {
    return new JsonLines(file);
  }

  /**
   * Hands each line to the reader, one at a time; blank lines are passed over.
   *
   * @throws UserError naming file, line and column of what cannot be read
   */
  public static void read(Path file, Consumer<JsonFields> reader) {
    try (JsonLines lines = open(file)) {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        reader.accept(line.get());
      }
    }
  }

  /** The next line that is not blank; empty at the end of the file. */
  public Optional<JsonFields> next() {
    Optional<byte[]> line = lines.next();
    while (line.isPresent() && isBlank(line.get())) {
      line = lines.next();
    }
    return line.map(bytes -> JsonFields.parse(lines.place().toString(), bytes));
  }

  private static boolean isBlank(byte[] line) {
    for (byte character : line) {
      if (character > ' ' || character < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    lines.close();
  }
}
