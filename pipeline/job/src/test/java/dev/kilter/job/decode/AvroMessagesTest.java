package dev.kilter.job.decode;

import static dev.kilter.event.DeadLetterReason.NOT_AN_EVENT;
import static dev.kilter.event.DeadLetterReason.NOT_AVRO;
import static dev.kilter.event.DeadLetterReason.NOT_A_NUMBER;
import static dev.kilter.event.DeadLetterReason.NO_TIME;
import static dev.kilter.job.decode.AvroRecords.WIDE;
import static dev.kilter.job.decode.AvroRecords.wide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Event;
import dev.kilter.health.ChannelRules;
import dev.kilter.job.config.ChannelConfig;
import dev.kilter.job.config.ChannelSource;
import dev.kilter.job.config.EventEncoding.Framing;
import dev.kilter.job.config.EventFields;
import dev.kilter.job.config.EventFormat;
import dev.kilter.job.config.TimeNotation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvroMessagesTest {
  private static final byte[] GOOD = wide("pump-17", 5, Map.of("temperature", 71.2));
  private static final Schema BATCH =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "Batch", "fields": [
                {"name": "device", "type": {"type": "enum", "name": "D", "symbols": ["a", "b"]}},
                {"name": "readings", "type": {"type": "array", "items": {"type": "record", "name": "R", "fields": [
                  {"name": "time", "type": "string"},
                  {"name": "temperature", "type": ["null", "float"]},
                  {"name": "vibration", "type": ["null", "int"]}]}}}]}
              """);

  @Test
  void readsAMapOfValues() {
    Event event =
        event(AvroRecords.format(WIDE), wide("p", 5, Map.of("temperature", 71.2, "x", 1.0)));
    assertThat(event.entity()).isEqualTo("p");
    assertThat(event.timeMillis()).isEqualTo(5);
    assertThat(event.values()).containsExactly(71.2, Double.NaN);
  }

  @Test
  void readsSeveralFlatReadingsOfOneRecord() {
    GenericRecord batch = new GenericData.Record(BATCH);
    batch.put("device", new GenericData.EnumSymbol(BATCH.getField("device").schema(), "b"));
    batch.put(
        "readings",
        List.of(
            reading("2026-03-01T12:00:00Z", 1.5f, null),
            reading("1970-01-01T01:00+01:00", null, 3)));
    EventFormat format =
        AvroRecords.format(
            BATCH,
            Framing.NONE,
            new EventFields("/device", "/time", "", "/channel", "/value", "/readings"));
    List<Event> events =
        Decoding.all(format, AvroRecords.bytes(BATCH, batch)).stream()
            .map(Event.class::cast)
            .toList();
    assertThat(events).extracting(Event::entity).containsOnly("b");
    assertThat(events).extracting(Event::timeMillis).containsExactly(Decoding.NOON, 0L);
    assertThat(events.get(0).values()).containsExactly(1.5, Double.NaN);
    assertThat(events.get(1).values()).containsExactly(Double.NaN, 3);
  }

  @Test
  void readsItemsOfAnArray() {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "Row", "fields": [
                  {"name": "entity", "type": "string"}, {"name": "time", "type": "long"},
                  {"name": "values", "type": {"type": "array", "items": "double"}}]}
                """);
    GenericRecord row = new GenericData.Record(schema);
    row.put("entity", "p");
    row.put("time", 5L);
    row.put("values", List.of(1.0, 2.0, 3.0));
    EventFormat format = AvroRecords.format(schema);
    List<ChannelConfig> channels =
        List.of(
            new ChannelConfig("a", "", new ChannelSource("/values/2", 1, 0), ChannelRules.none()),
            new ChannelConfig("b", "", new ChannelSource("/values/9", 1, 0), ChannelRules.none()));
    EventFormat items =
        new EventFormat(format.encoding(), format.fields(), format.time(), channels);
    assertThat(event(items, AvroRecords.bytes(schema, row)).values())
        .containsExactly(3, Double.NaN);
  }

  @Test
  void readsAnArrayOfRecords() {
    Schema array = Schema.createArray(WIDE);
    List<GenericRecord> records = List.of(record("a", 1), record("b", 2));
    byte[] bytes = AvroRecords.bytes(array, new GenericData.Array<>(array, records));
    assertThat(Decoding.all(AvroRecords.format(array), bytes))
        .extracting(decoded -> ((Event) decoded).entity())
        .containsExactly("a", "b");
  }

  @Test
  void whatIsNotMeasuredIsAbsent() {
    assertThat(
            event(AvroRecords.format(WIDE), wide("p", 5, Map.of("temperature", Double.NaN)))
                .values())
        .containsExactly(Double.NaN, Double.NaN);
  }

  @Test
  void anInfiniteValueAndATextAreNoNumbers() {
    for (Object value : List.of(Double.POSITIVE_INFINITY, "71.2")) {
      DeadLetter letter =
          letter(AvroRecords.format(WIDE), wide("p", 5, Map.of("temperature", value)));
      assertThat(letter.reason()).isEqualTo(NOT_A_NUMBER);
      assertThat(letter.detail()).startsWith("temperature is ");
    }
  }

  @Test
  void anEntityThatIsNoUtf8IsNoAvroAndTheSignForItIs() {
    byte[] bytes = wide("pump", 5, Map.of("vibration", 1.0));
    bytes[2] = (byte) 0xFF;
    assertThat(letter(AvroRecords.format(WIDE), bytes).reason()).isEqualTo(NOT_AVRO);
    assertThat(
            event(AvroRecords.format(WIDE), wide("\uFFFD", 5, Map.of("vibration", 1.0))).entity())
        .isEqualTo("\uFFFD");
  }

  @Test
  void aTimeThatIsNotANumberIsNone() {
    Schema schema =
        new Schema.Parser()
            .parse(
                WIDE.toString()
                    .replace("\"time\",\"type\":\"long\"", "\"time\",\"type\":\"double\""));
    GenericRecord record =
        new GenericRecordBuilder(schema)
            .set("entity", "p")
            .set("time", Double.NaN)
            .set("values", Map.of("vibration", 1.0))
            .build();
    EventFormat seconds =
        Decoding.with(
            AvroRecords.format(schema).encoding(),
            EventFields.standard(),
            new TimeNotation("epoch-seconds", null));
    assertThat(letter(seconds, AvroRecords.bytes(schema, record)).reason()).isEqualTo(NO_TIME);
  }

  @Test
  void aMapWithoutAKnownChannelIsNoEvent() {
    assertThat(letter(AvroRecords.format(WIDE), wide("p", 5, Map.of("x", 1.0))).reason())
        .isEqualTo(NOT_AN_EVENT);
  }

  @Test
  void everyEndCutOffAndAnyByteBehindAreNoAvro() {
    EventFormat format = AvroRecords.format(WIDE);
    for (int length = 1; length <= GOOD.length + 1; length++) {
      if (length != GOOD.length) {
        assertThat(letter(format, Arrays.copyOf(GOOD, length)).reason()).isEqualTo(NOT_AVRO);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x7f, 0x0f, 0x07})
  void aLengthOfGigabytesIsNoAvroAndTakesNoMemory(int highest) {
    byte[] huge = {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) highest, 1, 2};
    assertThat(letter(AvroRecords.format(WIDE), huge).reason()).isEqualTo(NOT_AVRO);
    byte[] bytesField = ByteBuffer.allocate(10).put(new byte[] {0, 0, 2}).put(huge).array();
    assertThat(letter(AvroRecords.format(WIDE), bytesField).reason()).isEqualTo(NOT_AVRO);
  }

  @Test
  void readsConfluentsFraming() {
    EventFormat format = AvroRecords.format(WIDE, Framing.CONFLUENT, EventFields.standard());
    assertThat(event(format, framed(0, 42)).entity()).isEqualTo("pump-17");
    assertThat(letter(format, framed(0, 43)).detail())
        .isEqualTo("written with the schema of id 43; this one is 42");
    assertThat(letter(format, framed(1, 42)).reason()).isEqualTo(NOT_AVRO);
  }

  @Test
  void readsSingleObjects() throws IOException {
    EventFormat format = AvroRecords.format(WIDE, Framing.SINGLE_OBJECT, EventFields.standard());
    ByteBuffer encoded =
        new BinaryMessageEncoder<GenericRecord>(GenericData.get(), WIDE).encode(record("p", 5));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    assertThat(event(format, bytes).entity()).isEqualTo("p");
    bytes[4]++;
    assertThat(letter(format, bytes).detail())
        .startsWith("written with the schema of fingerprint ");
  }

  @ParameterizedTest
  @EnumSource(Framing.class)
  void aRecordTooShortForItsFramingIsNoAvro(Framing framing) {
    EventFormat format = AvroRecords.format(WIDE, framing, EventFields.standard());
    assertThat(letter(format, new byte[] {0}).reason()).isEqualTo(NOT_AVRO);
  }

  private static GenericRecord record(String entity, long time) {
    return new GenericRecordBuilder(WIDE)
        .set("entity", entity)
        .set("time", time)
        .set("values", Map.of("vibration", 1.0))
        .build();
  }

  private static GenericRecord reading(String time, Float temperature, Integer vibration) {
    return new GenericRecordBuilder(BATCH.getField("readings").schema().getElementType())
        .set("time", time)
        .set("temperature", temperature)
        .set("vibration", vibration)
        .build();
  }

  private static byte[] framed(int mark, int id) {
    return ByteBuffer.allocate(5 + GOOD.length).put((byte) mark).putInt(id).put(GOOD).array();
  }

  private static Event event(EventFormat format, byte[] value) {
    return (Event) Decoding.all(format, value).get(0);
  }

  private static DeadLetter letter(EventFormat format, byte[] value) {
    return (DeadLetter) Decoding.all(format, value).get(0);
  }
}
