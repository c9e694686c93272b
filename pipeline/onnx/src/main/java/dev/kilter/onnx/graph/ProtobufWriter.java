package dev.kilter.onnx.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Puts a protobuf message together, of fields whose content is text, bytes or a message. */
final class ProtobufWriter {
  private static final int CONTENT = 2;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ProtobufWriter put(int field, String text) {
    return put(field, text.getBytes(UTF_8));
  }

  ProtobufWriter put(int field, ProtobufWriter message) {
    return put(field, message.toBytes());
  }

  ProtobufWriter put(int field, byte[] content) {
    number((field << 3) | CONTENT);
    number(content.length);
    bytes.writeBytes(content);
    return this;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  /** Seven bits a byte, the lowest first. */
  private void number(int number) {
    int rest = number;
    for (; rest > 0x7f; rest >>>= 7) {
      bytes.write((rest & 0x7f) | 0x80);
    }
    bytes.write(rest);
  }
}
