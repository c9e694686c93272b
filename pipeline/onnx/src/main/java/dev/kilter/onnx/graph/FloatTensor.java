package dev.kilter.onnx.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Weights as they are stored: float32 numbers with a shape.
 *
 * @param name what the graph calls them, empty if nothing
 * @param sizes the sizes of the axes
 * @param values the numbers, the last axis running fastest
 */
public record FloatTensor(String name, List<Integer> sizes, float[] values) {
  private static final long FLOAT = 1;
  private static final int DIMS = 1;
  private static final int TYPE = 2;
  private static final int FLOAT_DATA = 4;
  private static final int NAME = 8;
  private static final int RAW_DATA = 9;

  /** Reads a stored tensor; null if it is not of float32, or not whole. */
  static FloatTensor read(byte[] bytes, ProtobufField place) {
    List<Integer> sizes = new ArrayList<>();
    String name = "";
    long type = 0;
    ByteBuffer data = ByteBuffer.allocate(0);
    for (ProtobufField field : ProtobufReader.fields(bytes, place.from(), place.to())) {
      switch (field.number()) {
        case DIMS -> field.wholes(bytes).forEach(size -> sizes.add((int) (long) size));
        case TYPE -> type = field.value();
        case NAME -> name = field.text(bytes);
        case FLOAT_DATA, RAW_DATA -> data = field.content(bytes);
        default -> {}
      }
    }
    return type == FLOAT ? whole(name, sizes, data) : null;
  }

  private static FloatTensor whole(String name, List<Integer> sizes, ByteBuffer data) {
    long count = sizes.stream().mapToLong(size -> size).reduce(1, (a, b) -> a * b);
    if (data.remaining() != count * Float.BYTES) {
      return null;
    }
    float[] values = new float[(int) count];
    data.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return new FloatTensor(name, List.copyOf(sizes), values);
  }

  /** The size of an axis. */
  public int size(int axis) {
    return sizes.get(axis);
  }

  /** The square root of the sum of the squares of the numbers in a stretch. */
  static double norm(float[] values, int from, int count) {
    double sum = 0;
    for (int at = from; at < from + count; at++) {
      sum += (double) values[at] * values[at];
    }
    return Math.sqrt(sum);
  }

  /** The norm of all of them. */
  public double norm() {
    return norm(values, 0, values.length);
  }
}
