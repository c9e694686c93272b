package dev.kilter.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** The same readings in every form that a pipeline reads, with the pipeline that reads it. */
enum Wire {
  JSON("two-channels.yaml") {
    @Override
    byte[] record(String entity, long millis, double temperature, double vibration) {
      String values = "{\"temperature\": " + temperature + ", \"vibration\": " + vibration + "}";
      return ("{\"entity\": \""
              + entity
              + "\", \"time\": "
              + millis
              + ", \"values\": "
              + values
              + "}")
          .getBytes(UTF_8);
    }

    @Override
    MalformedRecords malformed() {
      return new MalformedJson();
    }
  },
  CSV("two-channels-csv.yaml") {
    @Override
    byte[] record(String entity, long millis, double temperature, double vibration) {
      String time = Instant.ofEpochMilli(millis).toString();
      return (time + ";" + entity + ";" + vibration + ";;" + temperature + "\n").getBytes(UTF_8);
    }

    @Override
    MalformedRecords malformed() {
      return new MalformedCsv();
    }
  },
  AVRO("two-channels-avro.yaml") {
    @Override
    byte[] record(String entity, long millis, double temperature, double vibration) {
      return framed(
          new GenericRecordBuilder(SCHEMA)
              .set("device", device(entity))
              .set("at", millis * 1_000)
              .set("sensors", Map.of("TMP01", temperature, "OTHER", 5.0))
              .set("vibration", vibration)
              .build());
    }

    @Override
    MalformedRecords malformed() {
      return new MalformedAvro();
    }
  },
  /** Messages of one channel each, in Fahrenheit, metres and seconds. */
  BATCHES("two-channels-batches.yaml") {
    @Override
    byte[] record(String entity, long millis, double temperature, double vibration) {
      String seconds = "{\"t\": " + millis / 1e3 + ", \"c\": ";
      String hot = seconds + "\"TMP01\", \"v\": " + (temperature * 1.8 + 32) + "}";
      String shaken = seconds + "\"vibration\", \"v\": " + vibration / 1000 + "}";
      return ("{\"data\": [" + hot + ", " + shaken + "], \"device\": \"" + entity + "\"}")
          .getBytes(UTF_8);
    }

    @Override
    MalformedRecords malformed() {
      return new MalformedJson();
    }
  };

  private static final Schema SCHEMA = schema();
  private static final int SCHEMA_ID = 7;

  private final String file;

  Wire(String file) {
    this.file = file;
  }

  /** A record with one reading of both channels. */
  abstract byte[] record(String entity, long millis, double temperature, double vibration);

  /** Records of the same form that are no events. */
  abstract MalformedRecords malformed();

  /** The pipeline that reads it. */
  PipelinePlan pipeline() {
    return TestPipelines.read(file);
  }

  private static GenericRecord device(String entity) {
    return new GenericRecordBuilder(SCHEMA.getField("device").schema()).set("name", entity).build();
  }

  private static byte[] framed(GenericRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(SCHEMA_ID).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<>(SCHEMA).write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Schema schema() {
    try {
      return new Schema.Parser().parse(Path.of("src/test/resources/two-channels.avsc").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
