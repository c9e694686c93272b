package dev.kilter.job.type;

import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.Pane;
import dev.kilter.sequence.Window;
import dev.kilter.sequence.WindowFrame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The rows of an entity: values as they are, times and places as steps from one to the next. */
final class WindowFormat {
  private WindowFormat() {}

  static void write(WindowFrame frame, DataOutputView out) throws IOException {
    Compact.writeUnsigned(frame.capacity(), out);
    Compact.writeUnsigned(frame.held().values().length, out);
    Compact.writeUnsigned(frame.oldest(), out);
    Compact.writeUnsigned(frame.size(), out);
    Compact.writeUnsigned(frame.rowsSeen(), out);
    long newest = Arrays.stream(frame.held().timesMillis()).max().orElse(0);
    out.writeLong(newest);
    writeHeld(frame.held(), newest, out);
  }

  static WindowFrame read(DataInputView in) throws IOException {
    int capacity = (int) Compact.readUnsigned(in);
    int channels = (int) Compact.readUnsigned(in);
    int oldest = (int) Compact.readUnsigned(in);
    int size = (int) Compact.readUnsigned(in);
    long rowsSeen = Compact.readUnsigned(in);
    return new WindowFrame(capacity, oldest, size, rowsSeen, readHeld(channels, in.readLong(), in));
  }

  static void write(Pane pane, DataOutputView out) throws IOException {
    Compact.writeUnsigned(pane.times.length, out);
    Compact.writeUnsigned(pane.values.length / pane.times.length, out);
    writeTimes(pane.times, out);
    for (float value : pane.values) {
      out.writeFloat(value);
    }
    writeBits(pane.mask, out);
    writeOrigins(List.of(pane.origins), out);
  }

  static Pane readPane(DataInputView in) throws IOException {
    int rows = (int) Compact.readUnsigned(in);
    int channels = (int) Compact.readUnsigned(in);
    long[] times = readTimes(rows, in);
    float[] values = readValues(rows * channels, in);
    boolean[] mask = readBits(values.length, in);
    List<OffsetRange>[] origins = Pane.nowhere(rows);
    return new Pane(times, values, mask, readOrigins(rows, in).toArray(origins));
  }

  /** A window and all its rows in one, as version 1 of a track had it. */
  static Window readWhole(DataInputView in) throws IOException {
    int capacity = (int) Compact.readUnsigned(in);
    int channels = (int) Compact.readUnsigned(in);
    long rowsSeen = Compact.readUnsigned(in);
    long[] times = readTimes((int) Compact.readUnsigned(in), in);
    float[] values = readValues(times.length * channels, in);
    boolean[] mask = readBits(values.length, in);
    Window.Rows rows = new Window.Rows(times, values, mask, readOrigins(times.length, in));
    long newest = times.length == 0 ? 0 : times[times.length - 1];
    return Window.of(capacity, rowsSeen, rows, readHeld(channels, newest, in));
  }

  private static float[] readValues(int count, DataInputView in) throws IOException {
    float[] values = new float[count];
    for (int at = 0; at < count; at++) {
      values[at] = in.readFloat();
    }
    return values;
  }

  private static void writeTimes(long[] times, DataOutputView out) throws IOException {
    long before = 0;
    for (long time : times) {
      Compact.writeSigned(time - before, out);
      before = time;
    }
  }

  private static long[] readTimes(int count, DataInputView in) throws IOException {
    long[] times = new long[count];
    long before = 0;
    for (int row = 0; row < count; row++) {
      before += Compact.readSigned(in);
      times[row] = before;
    }
    return times;
  }

  private static void writeOrigins(List<List<OffsetRange>> origins, DataOutputView out)
      throws IOException {
    long before = 0;
    for (List<OffsetRange> origin : origins) {
      Compact.writeUnsigned(origin.size(), out);
      for (OffsetRange range : origin) {
        Compact.writeUnsigned(range.partition(), out);
        Compact.writeSigned(range.first() - before, out);
        Compact.writeUnsigned(range.last() - range.first(), out);
        before = range.last();
      }
    }
  }

  private static List<List<OffsetRange>> readOrigins(int count, DataInputView in)
      throws IOException {
    List<List<OffsetRange>> origins = new ArrayList<>(count);
    long before = 0;
    for (int row = 0; row < count; row++) {
      int ranges = (int) Compact.readUnsigned(in);
      List<OffsetRange> origin = new ArrayList<>(ranges);
      for (int range = 0; range < ranges; range++) {
        int partition = (int) Compact.readUnsigned(in);
        long first = before + Compact.readSigned(in);
        before = first + Compact.readUnsigned(in);
        origin.add(new OffsetRange(partition, first, before));
      }
      origins.add(List.copyOf(origin));
    }
    return origins;
  }

  private static void writeHeld(WindowFrame.Held held, long newest, DataOutputView out)
      throws IOException {
    writeBits(held.unhealthy(), out);
    for (int channel = 0; channel < held.values().length; channel++) {
      out.writeFloat(held.values()[channel]);
      Compact.writeTime(held.timesMillis()[channel], newest, out);
    }
  }

  private static WindowFrame.Held readHeld(int channels, long newest, DataInputView in)
      throws IOException {
    boolean[] unhealthy = readBits(channels, in);
    float[] values = new float[channels];
    long[] millis = new long[channels];
    for (int channel = 0; channel < channels; channel++) {
      values[channel] = in.readFloat();
      millis[channel] = Compact.readTime(newest, in);
    }
    return new WindowFrame.Held(values, millis, unhealthy);
  }

  private static void writeBits(boolean[] bits, DataOutputView out) throws IOException {
    for (int first = 0; first < bits.length; first += Byte.SIZE) {
      int packed = 0;
      for (int bit = first; bit < Math.min(bits.length, first + Byte.SIZE); bit++) {
        packed |= bits[bit] ? 1 << (bit - first) : 0;
      }
      out.writeByte(packed);
    }
  }

  private static boolean[] readBits(int count, DataInputView in) throws IOException {
    boolean[] bits = new boolean[count];
    int packed = 0;
    for (int bit = 0; bit < count; bit++) {
      packed = bit % Byte.SIZE == 0 ? in.readByte() : packed;
      bits[bit] = (packed >> (bit % Byte.SIZE) & 1) == 1;
    }
    return bits;
  }
}
