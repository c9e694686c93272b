package dev.kilter.tools.tail;

import dev.kilter.tools.messages.Printable;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where messages go, and beside it, so that it can be read by programs, what is said of them. */
final class Output {
  private static final int BUFFER_BYTES = 1 << 16;

  private final PrintStream messages;
  private final PrintStream notes;

  Output(PrintStream messages, PrintStream notes) {
    this.messages = messages;
    this.notes = notes;
  }

  /** Standard output, which is not written at every line, and standard error. */
  static Output ofProcess() {
    BufferedOutputStream out =
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES);
    return new Output(new PrintStream(out, false, StandardCharsets.UTF_8), System.err);
  }

  /** Shows a message as text. */
  void line(String text) {
    messages.println(text);
  }

  /** Passes a message of JSON on as it is, on one line. */
  void json(byte[] message) {
    byte[] line = new byte[message.length + 1];
    for (int at = 0; at < message.length; at++) {
      boolean breaks = message[at] == '\n' || message[at] == '\r';
      // Within JSON's texts there are no line breaks, so a blank means the same.
      line[at] = breaks ? (byte) ' ' : message[at];
    }
    line[message.length] = '\n';
    messages.write(line, 0, line.length);
  }

  /** Says something about the messages, behind those shown so far. */
  void note(String sentence) {
    messages.flush();
    notes.println(Printable.of(sentence));
  }

  /** Makes sure that what was shown can be seen, and tells whether nobody reads any more. */
  boolean isClosed() {
    return messages.checkError();
  }
}
