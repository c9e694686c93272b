package dev.kilter.tools.tail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** What a person, or the next program of a pipe, would get; it can go away. */
final class Terminal {
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
  private final Output output =
      new Output(
          new PrintStream(new Pipe(messages), false, UTF_8), new PrintStream(notes, true, UTF_8));
  private volatile boolean closed;

  Output output() {
    return output;
  }

  void close() {
    closed = true;
  }

  String messages() {
    return messages.toString(UTF_8);
  }

  String notes() {
    return notes.toString(UTF_8);
  }

  /** Takes nothing once the terminal is closed. */
  private final class Pipe extends FilterOutputStream {
    Pipe(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (closed) {
        throw new IOException("Broken pipe");
      }
      out.write(bytes, offset, length);
    }
  }
}
