package dev.kilter.job.kafka;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** What a network carries, as alerts have it: its numbers of 32 bits, the lowest byte first. */
final class StateBytes {
  private StateBytes() {}

  /** The numbers as bytes. */
  static ByteBuffer buffer(float[] state) {
    ByteBuffer bytes =
        ByteBuffer.allocate(state.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(state);
    return bytes;
  }

  /** The bytes of the numbers in base64. */
  static String of(float[] state) {
    return of(buffer(state));
  }

  /** Bytes in base64. */
  static String of(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return Base64.getEncoder().encodeToString(copy);
  }

  /**
   * The numbers that were written.
   *
   * @throws IllegalArgumentException if it is no base64, or not of whole numbers
   */
  static float[] numbers(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (bytes.length % Float.BYTES != 0) {
      throw new IllegalArgumentException(bytes.length + " bytes are no numbers of 4 bytes each");
    }
    float[] numbers = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
    return numbers;
  }
}
