package dev.kilter.tools.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class AlertMessageTest {
  private static final Path SCHEMA =
      Path.of("../job/src/main/resources/dev/kilter/job/kafka/alert.avsc");

  @Test
  void anAlertInAvroIsReadAsOneInJson() throws IOException {
    AlertMessage alert = read(avro());
    assertThat(alert.about().incident()).isEqualTo("5b1f");
    assertThat(alert.opens()).isTrue();
    assertThat(alert.moment().time()).isEqualTo(Instant.parse("2026-03-01T12:40:10Z"));
    assertThat(alert.excess().timesAtWorst()).isEqualTo(2.75);
    assertThat(alert.channels())
        .containsExactly(new AlertMessage.Reading("vibration", 4.9, Double.NaN, 0.62));
    assertThat(alert.classes()).isEmpty();
  }

  @Test
  void avroThatIsNoAlertIsRefused() {
    assertThatThrownBy(() -> read(new byte[] {(byte) 0xC3, 1, 0}))
        .isInstanceOf(UserError.class)
        .hasMessage("alerts-0@7: no alert in Avro, or not of this version's schema.");
  }

  private static AlertMessage read(byte[] value) {
    return AlertMessage.of(RecordFields.of(new ConsumerRecord<>("alerts", 0, 7, null, value)));
  }

  private static byte[] avro() throws IOException {
    Schema schema = new Schema.Parser().parse(SCHEMA.toFile());
    GenericRecord alert =
        new GenericRecordBuilder(schema)
            .set("incident", "5b1f")
            .set("revision", 1)
            .set("status", "open")
            .set("severity", "major")
            .set("detector", "pumps")
            .set("entity", "pump-07")
            .set("since", Instant.parse("2026-03-01T12:00:08Z").toEpochMilli())
            .set("opened", Instant.parse("2026-03-01T12:00:10Z").toEpochMilli())
            .set("time", Instant.parse("2026-03-01T12:40:10Z").toEpochMilli())
            .set("score", 9.4)
            .set("threshold", 4.0)
            .set("peak", 11.0)
            .set("channels", List.of(vibration(schema)))
            .set("model", model(schema))
            .set("evidence", evidence(schema))
            .build();
    ByteBuffer encoded =
        new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema).encode(alert);
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
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
}
