package dev.kilter.job.kafka;

import java.io.IOException;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;

/** Reads the value of a record from an alerts topic, in whichever format it was written. */
public final class AlertValue {
  private static final byte[] AVRO_MARKS = {(byte) 0xC3, 0x01};
  private static final BinaryMessageDecoder<GenericRecord> DECODER = decoder();

  private AlertValue() {}

  private static BinaryMessageDecoder<GenericRecord> decoder() {
    BinaryMessageDecoder<GenericRecord> decoder =
        new BinaryMessageDecoder<>(GenericData.get(), AlertSchema.ALERT);
    AlertSchema.FORMER.forEach(decoder::addSchema);
    return decoder;
  }

  /**
   * The alert as JSON: the value itself, or what it says if it is Avro.
   *
   * @throws IOException if it is Avro, but no alert that this version can read
   */
  public static byte[] json(byte[] value) throws IOException {
    return isAvro(value) ? JsonLine.bytes(AlertTree.of(decoded(value))) : value;
  }

  private static boolean isAvro(byte[] value) {
    return value.length >= AVRO_MARKS.length
        && value[0] == AVRO_MARKS[0]
        && value[1] == AVRO_MARKS[1];
  }

  // Avro's reader meets broken bytes with runtime exceptions of many kinds, its own and the JDK's.
  private static GenericRecord decoded(byte[] value) throws IOException {
    try {
      return DECODER.decode(value);
    } catch (IOException | RuntimeException e) {
      throw new IOException("no alert in Avro, or of a schema that this version does not know", e);
    }
  }
}
