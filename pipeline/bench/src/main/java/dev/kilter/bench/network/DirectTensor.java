package dev.kilter.bench.network;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A tensor over memory outside the heap, which ONNX Runtime reads and writes where it is.
 *
 * @param floats the memory
 * @param tensor the tensor over it
 */
record DirectTensor(FloatBuffer floats, OnnxTensor tensor) implements AutoCloseable {

  static DirectTensor of(long... shape) throws OrtException {
    int size = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
    FloatBuffer floats =
        ByteBuffer.allocateDirect(size * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    return new DirectTensor(floats, OnnxTensor.createTensor(Sessions.environment(), floats, shape));
  }

  void copyFrom(DirectTensor other) {
    floats.put(0, other.floats, 0, floats.capacity());
  }

  @Override
  public void close() {
    tensor.close();
  }
}
