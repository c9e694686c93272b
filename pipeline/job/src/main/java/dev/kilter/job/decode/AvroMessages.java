package dev.kilter.job.decode;

import static dev.kilter.event.DeadLetterReason.NOT_AVRO;

import dev.kilter.job.config.EventEncoding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/** Events as Avro's binary form, all written with the one schema of the pipeline file. */
final class AvroMessages implements MessageReader {
  private static final int CONFLUENT_BYTES = 5;
  private static final int SINGLE_OBJECT_BYTES = 10;
  private static final short SINGLE_OBJECT_MARKS = (short) 0xC301;

  private final EventEncoding.Avro encoding;
  private final GenericDatumReader<Object> datums;
  private final long fingerprint;
  private final AvroReader reader;
  private BinaryDecoder decoder;

  AvroMessages(EventEncoding.Avro encoding, AvroReader reader) {
    Schema schema = new Schema.Parser().parse(encoding.schema());
    this.encoding = encoding;
    this.datums = new GenericDatumReader<>(schema);
    this.fingerprint = SchemaNormalization.parsingFingerprint64(schema);
    this.reader = reader;
  }

  @Override
  public void read(byte[] bytes, Message message) throws Rejection {
    int from =
        switch (encoding.framing()) {
          case NONE -> 0;
          case CONFLUENT -> behindSchemaId(bytes);
          case SINGLE_OBJECT -> behindFingerprint(bytes);
        };
    reader.read(datum(bytes, from), message);
  }

  private int behindSchemaId(byte[] bytes) throws Rejection {
    if (bytes.length < CONFLUENT_BYTES || bytes[0] != 0) {
      throw new Rejection(NOT_AVRO, "no zero and schema id in front, as Confluent's framing has");
    }
    int id = ByteBuffer.wrap(bytes).getInt(1);
    if (encoding.schemaId() != EventEncoding.Avro.ANY_ID && id != encoding.schemaId()) {
      throw new Rejection(
          NOT_AVRO, "written with the schema of id " + id + "; this one is " + encoding.schemaId());
    }
    return CONFLUENT_BYTES;
  }

  private int behindFingerprint(byte[] bytes) throws Rejection {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (bytes.length < SINGLE_OBJECT_BYTES || buffer.getShort() != SINGLE_OBJECT_MARKS) {
      throw new Rejection(NOT_AVRO, "no C3 01 in front, as Avro's single-object encoding has");
    }
    long written = buffer.order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (written != fingerprint) {
      throw new Rejection(
          NOT_AVRO,
          "written with the schema of fingerprint %016x; this one's is %016x"
              .formatted(written, fingerprint));
    }
    return SINGLE_OBJECT_BYTES;
  }

  // Avro's reader meets broken bytes with runtime exceptions of many kinds, its own and the JDK's.
  private Object datum(byte[] bytes, int from) throws Rejection {
    try {
      decoder = DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, decoder);
      Object datum = datums.read(null, decoder);
      if (decoder.isEnd()) {
        return datum;
      }
    } catch (IOException | RuntimeException e) {
      throw new Rejection(NOT_AVRO, "not Avro of this schema: " + Shown.of(said(e)));
    }
    throw new Rejection(NOT_AVRO, "not Avro of this schema: there is more behind the event");
  }

  private static String said(Exception e) {
    return e.getMessage() == null ? "it ends too soon" : e.getMessage();
  }
}
