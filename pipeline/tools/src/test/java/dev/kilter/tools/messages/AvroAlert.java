package dev.kilter.tools.messages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;

/** An alert in Avro, written with the schema file by Avro alone. */
public final class AvroAlert {
  private static final Path SCHEMA =
      Path.of("../job/src/main/resources/dev/kilter/job/kafka/alert.avsc");

  private AvroAlert() {}

  /** The bytes of an alert that opens incident 5b1f of pump-07. */
  public static byte[] bytes() throws IOException {
    Schema schema = new Schema.Parser().parse(SCHEMA.toFile());
    ByteBuffer encoded =
        new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema).encode(alert(schema));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }

  private static GenericRecord alert(Schema schema) {
    return new GenericRecordBuilder(schema)
        .set("incident", "5b1f")
        .set("revision", 1)
        .set("status", "open")
        .set("cause", "opened")
        .set("severity", "major")
        .set("detector", "pumps")
        .set("entity", "pump-07")
        .set("summary", "vibration is 4.90")
        .set("since", millis("2026-03-01T12:00:00Z"))
        .set("opened", millis("2026-03-01T12:00:10Z"))
        .set("time", millis("2026-03-01T12:00:10Z"))
        .set("sequences", 1)
        .set("score", 9.4)
        .set("threshold", 4.0)
        .set("peak", 11.0)
        .set("channels", List.of(vibration(schema)))
        .set("model", model(schema))
        .set("evidence", evidence(schema))
        .build();
  }

  private static GenericRecord vibration(Schema schema) {
    return new GenericRecordBuilder(schema.getField("channels").schema().getElementType())
        .set("name", "vibration")
        .set("observed", 4.9)
        .set("expected", null)
        .set("part", 0.62)
        .build();
  }

  private static GenericRecord model(Schema schema) {
    return new GenericRecordBuilder(schema.getField("model").schema())
        .set("name", "pump-lstm-ae")
        .set("version", "1")
        .set("sha256", "abc")
        .build();
  }

  private static GenericRecord evidence(Schema schema) {
    return new GenericRecordBuilder(schema.getField("evidence").schema())
        .set("from", 0L)
        .set("to", 0L)
        .set("raw", null)
        .set("average", null)
        .set("offsets", List.of())
        .build();
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
