package dev.kilter.job.type;

import dev.kilter.sequence.OffsetRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The pieces that several formats share. A change here is a new version of each of them. */
final class Encoding {
  private Encoding() {}

  static void writeFloats(float[] values, DataOutputView out) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  static float[] readFloats(DataInputView in) throws IOException {
    float[] values = new float[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }

  static void writeFlags(boolean[] flags, DataOutputView out) throws IOException {
    out.writeInt(flags.length);
    for (boolean flag : flags) {
      out.writeBoolean(flag);
    }
  }

  static boolean[] readFlags(DataInputView in) throws IOException {
    boolean[] flags = new boolean[in.readInt()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = in.readBoolean();
    }
    return flags;
  }

  static void writeOffsets(List<OffsetRange> ranges, DataOutputView out) throws IOException {
    out.writeInt(ranges.size());
    for (OffsetRange range : ranges) {
      out.writeInt(range.partition());
      out.writeLong(range.first());
      out.writeLong(range.last());
    }
  }

  static List<OffsetRange> readOffsets(DataInputView in) throws IOException {
    int count = in.readInt();
    List<OffsetRange> ranges = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ranges.add(new OffsetRange(in.readInt(), in.readLong(), in.readLong()));
    }
    return List.copyOf(ranges);
  }

  static void writeBytes(byte[] bytes, DataOutputView out) throws IOException {
    out.writeInt(bytes == null ? -1 : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }

  static byte[] readBytes(DataInputView in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }
}
