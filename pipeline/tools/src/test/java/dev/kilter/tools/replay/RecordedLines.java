package dev.kilter.tools.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Files of bare events for tests. */
final class RecordedLines {
  private RecordedLines() {}

  static Path write(Path file, List<String> lines) throws IOException {
    try (OutputStream out = open(file)) {
      out.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
    }
    return file;
  }

  private static OutputStream open(Path file) throws IOException {
    OutputStream plain = Files.newOutputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPOutputStream(plain) : plain;
  }
}
