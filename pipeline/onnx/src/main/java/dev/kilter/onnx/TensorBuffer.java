package dev.kilter.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Memory outside the heap that a tensor reads from, kept from batch to batch and grown at need. */
final class TensorBuffer {
  private FloatBuffer buffer = FloatBuffer.allocate(0);

  /** An empty place for so many numbers. */
  FloatBuffer of(int floats) {
    if (buffer.capacity() < floats) {
      buffer =
          ByteBuffer.allocateDirect(floats * Float.BYTES)
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
    }
    return buffer.clear().limit(floats);
  }
}
