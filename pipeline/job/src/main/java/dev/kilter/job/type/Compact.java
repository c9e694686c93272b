package dev.kilter.job.type;

import dev.kilter.health.HealthKind;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Numbers in as few bytes as they need: there is one of these states for each entity. */
final class Compact {
  private static final int BITS = 7;
  private static final int LOW = (1 << BITS) - 1;
  private static final long NEVER = Long.MIN_VALUE;

  private Compact() {}

  /** Writes seven bits in a byte, the lowest first; a negative number takes ten bytes. */
  static void writeUnsigned(long value, DataOutputView out) throws IOException {
    long rest = value;
    while ((rest & ~LOW) != 0) {
      out.writeByte((int) (rest & LOW) | (LOW + 1));
      rest >>>= BITS;
    }
    out.writeByte((int) rest);
  }

  static long readUnsigned(DataInputView in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      byte next = in.readByte();
      value |= (long) (next & LOW) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IOException("a number of more than " + Long.SIZE + " bits");
  }

  /** Writes a number near 0, whatever its sign. */
  static void writeSigned(long value, DataOutputView out) throws IOException {
    writeUnsigned(value << 1 ^ value >> (Long.SIZE - 1), out);
  }

  static long readSigned(DataInputView in) throws IOException {
    long value = readUnsigned(in);
    return value >>> 1 ^ -(value & 1);
  }

  /** Writes a time as its distance from one that is near; never is told apart. */
  static void writeTime(long millis, long near, DataOutputView out) throws IOException {
    if (millis == NEVER) {
      out.writeByte(0);
      return;
    }
    long distance = millis - origin(near);
    writeUnsigned((distance << 1 ^ distance >> (Long.SIZE - 1)) + 1, out);
  }

  static long readTime(long near, DataInputView in) throws IOException {
    long number = readUnsigned(in);
    if (number == 0) {
      return NEVER;
    }
    long folded = number - 1;
    return origin(near) + (folded >>> 1 ^ -(folded & 1));
  }

  private static long origin(long near) {
    return near == NEVER ? 0 : near;
  }

  /** Writes a number, or in one byte that there is none. */
  static void writeNumber(double value, DataOutputView out) throws IOException {
    out.writeBoolean(!Double.isNaN(value));
    if (!Double.isNaN(value)) {
      out.writeDouble(value);
    }
  }

  static double readNumber(DataInputView in) throws IOException {
    return in.readBoolean() ? in.readDouble() : Double.NaN;
  }

  /** The kind's number in the format: these never change, whatever is added. */
  static int kind(HealthKind kind) {
    if (kind == null) {
      return 0;
    }
    return switch (kind) {
      case SILENT -> 1;
      case FLAT -> 2;
      case OUT_OF_RANGE -> 3;
      case JUMPING -> 4;
      case TOO_MUCH_IMPUTED -> 5;
      case TOO_FEW_CHANNELS -> 6;
      case NO_DETECTOR -> 7;
      case NOT_ENOUGH_HISTORY -> 8;
      case REBASELINED -> 9;
      case NO_MODEL -> 10;
    };
  }

  static HealthKind kind(byte number) throws IOException {
    for (HealthKind kind : HealthKind.values()) {
      if (kind(kind) == number) {
        return kind;
      }
    }
    if (number == 0) {
      return null;
    }
    throw new IOException("no kind of health is number " + number);
  }
}
