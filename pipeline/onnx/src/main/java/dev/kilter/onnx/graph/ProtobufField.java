package dev.kilter.onnx.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A field of a protobuf message.
 *
 * @param number which field of its message
 * @param value its value, if it is a whole number, else 0
 * @param from where its content begins in the bytes of the file
 * @param to where its content ends, exclusively
 */
public record ProtobufField(int number, long value, int from, int to) {

  /** The content as text. */
  public String text(byte[] bytes) {
    return new String(bytes, from, to - from, UTF_8);
  }

  /** The content as bytes. */
  ByteBuffer content(byte[] bytes) {
    return ByteBuffer.wrap(bytes, from, to - from);
  }

  /** Its whole numbers: one, or several that are packed. */
  List<Long> wholes(byte[] bytes) {
    return ProtobufReader.wholes(bytes, from, to);
  }

  /** Its number with a fraction. */
  float real(byte[] bytes) {
    return content(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat();
  }
}
