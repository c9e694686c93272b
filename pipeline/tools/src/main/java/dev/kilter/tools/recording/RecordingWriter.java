package dev.kilter.tools.recording;

import dev.kilter.UserError;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes a recording, packed as the file's name says. */
public final class RecordingWriter implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final OutputStream lines;

  private RecordingWriter(Path file, boolean append) {
    this.file = file;
    try {
      lines = new BufferedOutputStream(Compression.of(file).write(file, append), BUFFER_BYTES);
    } catch (IOException e) {
      throw new UserError(file + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  /** Begins a file anew with this header. */
  public static RecordingWriter create(Path file, RecordingHeader header) {
    RecordingWriter writer = new RecordingWriter(file, false);
    writer.line(HeaderJson.encode(header));
    return writer;
  }

  /** Goes on behind the end of a whole recording. */
  public static RecordingWriter append(Path file) {
    return new RecordingWriter(file, true);
  }

  public void write(RecordedEvent event) {
    line(EventEncoder.encode(event));
  }

  /** Hands everything written so far to the operating system, readable as it is. */
  public void flush() {
    try {
      lines.flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void line(byte[] json) {
    try {
      lines.write(json);
      lines.write('\n');
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private UserError failed(IOException e) {
    return new UserError("Writing to " + file + " failed: " + e.getMessage() + ".", e);
  }
}
