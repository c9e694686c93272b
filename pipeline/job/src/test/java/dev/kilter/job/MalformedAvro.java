package dev.kilter.job;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/** Records that are not Avro of the pipeline's schema, or no events. */
final class MalformedAvro implements MalformedRecords {
  private static final long serialVersionUID = 1L;
  private static final int KINDS = 9;
  private static final int ENTITY_LENGTH_AT = 5;
  private static final byte[] GOOD = Wire.AVRO.record("pump-1", 1_000, 99, 1);
  private static final byte[] GIGABYTES = {-2, -1, -1, -1, 7};

  @Override
  public byte[] value(long number) {
    Random random = new Random(number * 0x9E37_79B9_7F4A_7C15L);
    return switch ((int) (number % KINDS)) {
      case 0 -> Arrays.copyOf(GOOD, 1 + random.nextInt(GOOD.length - 1));
      case 1 -> Arrays.copyOf(GOOD, GOOD.length + 1 + random.nextInt(50));
      case 2 -> withByte(4, (byte) 8);
      case 3 -> withByte(0, (byte) 1);
      case 4 -> hugeLength();
      case 5 -> withByte(ENTITY_LENGTH_AT, (byte) 1);
      case 6 -> Wire.AVRO.record("pump-1", 1_000, Double.POSITIVE_INFINITY, 1);
      case 7 -> new byte[0];
      default -> null;
    };
  }

  private static byte[] withByte(int at, byte value) {
    byte[] bytes = GOOD.clone();
    bytes[at] = value;
    return bytes;
  }

  private static byte[] hugeLength() {
    return ByteBuffer.allocate(GOOD.length + GIGABYTES.length)
        .put(GOOD, 0, ENTITY_LENGTH_AT)
        .put(GIGABYTES)
        .put(GOOD, ENTITY_LENGTH_AT, GOOD.length - ENTITY_LENGTH_AT)
        .array();
  }
}
