package dev.kilter.tools.simulate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Readings as lines of JSON in a file, compressed where its name ends in .gz. */
final class FileReadings implements ReadingSink {
  private static final int BUFFER_BYTES = 1 << 16;

  private final OutputStream lines;

  FileReadings(Path file) throws IOException {
    OutputStream bytes = Files.newOutputStream(file);
    lines =
        new BufferedOutputStream(
            file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes, BUFFER_BYTES) : bytes,
            BUFFER_BYTES);
  }

  @Override
  public void write(Delivery delivery) throws IOException {
    lines.write(delivery.value());
    lines.write('\n');
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
