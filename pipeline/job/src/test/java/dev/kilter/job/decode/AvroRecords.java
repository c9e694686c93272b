package dev.kilter.job.decode;

import dev.kilter.job.config.EventEncoding;
import dev.kilter.job.config.EventEncoding.Framing;
import dev.kilter.job.config.EventFields;
import dev.kilter.job.config.EventFormat;
import dev.kilter.job.config.TimeNotation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Records in Avro, as tests need them. */
final class AvroRecords {
  static final Schema WIDE =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "Wide", "fields": [
                {"name": "entity", "type": "string"},
                {"name": "time", "type": "long"},
                {"name": "raw", "type": ["null", "bytes"], "default": null},
                {"name": "tags", "type": {"type": "array", "items": "string"}, "default": []},
                {"name": "values", "type": {"type": "map", "values": ["null", "double", "int", "string"]}}]}
              """);

  private AvroRecords() {}

  static EventFormat format(Schema schema) {
    return format(schema, Framing.NONE, EventFields.standard());
  }

  static EventFormat format(Schema schema, Framing framing, EventFields fields) {
    return Decoding.with(
        new EventEncoding.Avro(schema.toString(), framing, 42), fields, TimeNotation.standard());
  }

  static byte[] wide(String entity, long time, Map<String, Object> values) {
    return bytes(
        WIDE,
        new GenericRecordBuilder(WIDE)
            .set("entity", entity)
            .set("time", time)
            .set("values", values)
            .build());
  }

  static byte[] bytes(Schema schema, Object datum) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<>(schema).write(datum, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
