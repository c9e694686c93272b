package dev.kilter.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * Memory outside the heap that a tensor lies in, kept from batch to batch and grown at need. What
 * is in it is put and got by its place, never by a position.
 */
final class TensorBuffer {
  private FloatBuffer buffer = FloatBuffer.allocate(0);
  private IntBuffer bits = IntBuffer.allocate(0);

  /** A place for so many numbers; what was there before is void. */
  FloatBuffer of(int floats) {
    if (buffer.capacity() < floats) {
      ByteBuffer memory =
          ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
      buffer = memory.asFloatBuffer();
      bits = memory.asIntBuffer();
    }
    return buffer.clear().limit(floats);
  }

  /** The numbers that are there. */
  FloatBuffer floats() {
    return buffer;
  }

  /** Whether the first so many of them are numbers. */
  boolean areFinite(int count, int[] scratch) {
    bits.get(0, scratch, 0, count);
    return Finite.all(scratch, count);
  }
}
