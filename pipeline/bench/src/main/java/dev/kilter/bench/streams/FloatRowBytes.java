package dev.kilter.bench.streams;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Rows of numbers, all equally long, in a state store: how many, how long, and the numbers. */
final class FloatRowBytes {
  private static final int HEAD_BYTES = 2 * Integer.BYTES;

  private FloatRowBytes() {}

  static Serde<float[][]> serde() {
    return Serdes.serdeFrom((topic, rows) -> write(rows), (topic, bytes) -> read(bytes));
  }

  private static byte[] write(float[][] rows) {
    int length = rows[0].length;
    byte[] bytes = new byte[HEAD_BYTES + rows.length * length * Float.BYTES];
    ByteBuffer buffer = buffer(bytes).putInt(rows.length).putInt(length);
    FloatBuffer numbers = buffer.asFloatBuffer();
    for (float[] row : rows) {
      numbers.put(row);
    }
    return bytes;
  }

  private static float[][] read(byte[] bytes) {
    ByteBuffer buffer = buffer(bytes);
    float[][] rows = new float[buffer.getInt()][buffer.getInt()];
    FloatBuffer numbers = buffer.asFloatBuffer();
    for (float[] row : rows) {
      numbers.get(row);
    }
    return rows;
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
