package dev.kilter.onnx.graph;

import java.util.ArrayList;
import java.util.List;

/** Takes a protobuf message apart into its fields, as far as they can be read. */
public final class ProtobufReader {
  private static final int LONGEST_NUMBER = 10;

  private final byte[] bytes;
  private final int end;
  private int at;

  private ProtobufReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  /** The fields of the message that lies from one byte to another; what is broken ends the list. */
  public static List<ProtobufField> fields(byte[] bytes, int from, int to) {
    ProtobufReader reader = new ProtobufReader(bytes, from, to);
    List<ProtobufField> fields = new ArrayList<>();
    for (ProtobufField field = reader.next(); field != null; field = reader.next()) {
      fields.add(field);
    }
    return fields;
  }

  /** The whole numbers that lie one after the other from one byte to another. */
  static List<Long> wholes(byte[] bytes, int from, int to) {
    ProtobufReader reader = new ProtobufReader(bytes, from, to);
    List<Long> wholes = new ArrayList<>();
    for (int before = -1; before < reader.at && reader.at < to; ) {
      before = reader.at;
      wholes.add(reader.number());
    }
    return wholes;
  }

  private ProtobufField next() {
    long key = number();
    int field = (int) (key >>> 3);
    return switch (key < 0 ? -1 : (int) (key & 7)) {
      case 0 -> whole(field);
      case 1 -> content(field, Long.BYTES);
      case 2 -> content(field, number());
      case 5 -> content(field, Integer.BYTES);
      default -> null;
    };
  }

  private ProtobufField whole(int field) {
    int from = at;
    long value = number();
    return at == from ? null : new ProtobufField(field, value, from, at);
  }

  private ProtobufField content(int field, long length) {
    if (length < 0 || length > end - at) {
      return null;
    }
    int from = at;
    at += (int) length;
    return new ProtobufField(field, 0, from, at);
  }

  /** Seven bits a byte, the lowest first; -1, and nothing read, where there is none. */
  private long number() {
    long number = 0;
    for (int length = 0; length < LONGEST_NUMBER && at + length < end; length++) {
      byte next = bytes[at + length];
      number |= (long) (next & 0x7f) << (7 * length);
      if (next >= 0) {
        at += length + 1;
        return number;
      }
    }
    return -1;
  }
}
