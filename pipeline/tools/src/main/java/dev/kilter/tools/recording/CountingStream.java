package dev.kilter.tools.recording;

import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Counts the bytes that are read from a file. */
final class CountingStream extends FilterInputStream {
  private long count;

  CountingStream(Path file) throws IOException {
    super(new FileInputStream(file.toFile()));
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count += read < 0 ? 0 : 1;
    return read;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    count += Math.max(0, read);
    return read;
  }
}
