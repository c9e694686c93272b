package dev.kilter.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A field of a protobuf message.
 *
 * @param number which field of its message
 * @param value its value, if it is a whole number, else 0
 * @param from where its content begins in the bytes of the file
 * @param to where its content ends, exclusively
 */
record ProtobufField(int number, long value, int from, int to) {

  /** The content as text. */
  String text(byte[] bytes) {
    return new String(bytes, from, to - from, UTF_8);
  }
}
