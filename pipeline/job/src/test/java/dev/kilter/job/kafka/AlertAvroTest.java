package dev.kilter.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertStatus;
import dev.kilter.alert.ClassProbability;
import dev.kilter.health.Ailment;
import dev.kilter.health.HealthKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertAvroTest {
  private static final Path SCHEMA_FILE =
      Path.of("src/main/resources/dev/kilter/job/kafka/alert.avsc");
  private static final Path README = Path.of("../../README.md");
  private static final Path GOLDEN = Path.of("src/test/resources/alert.avro.hex");
  private static final int FRAMING_BYTES = 10;
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void anyReaderReadsItWithTheSchemaFile() throws IOException {
    GenericRecord alert = read(classified());
    assertThat(alert.get("incident")).hasToString("5b1f");
    assertThat(alert.get("revision")).isEqualTo(2);
    assertThat(alert.get("status")).hasToString("open");
    assertThat(alert.get("late")).isEqualTo(false);
    assertThat(alert.get("time")).isEqualTo(Alerts.TIME);
    assertThat(alert.get("score")).isEqualTo(9.41235);
    GenericRecord temperature = (GenericRecord) ((List<?>) alert.get("channels")).get(1);
    assertThat(temperature.get("observed")).isEqualTo(-71_234_600.0);
    assertThat(temperature.get("expected")).isEqualTo(1e-7);
    GenericRecord leak = (GenericRecord) ((List<?>) alert.get("classes")).get(0);
    assertThat(leak.get("probability")).isEqualTo(0.812346);
    GenericRecord evidence = (GenericRecord) alert.get("evidence");
    assertThat(evidence.get("offsets"))
        .hasToString(
            "[{\"topic\": \"sensor-events\", \"partition\": 3, \"first\": 1841, \"last\": 1872},"
                + " {\"topic\": \"sensor-events\", \"partition\": 5, \"first\": 7, \"last\": 7}]");
  }

  @Test
  void theFingerprintOfTheSchemaFileStandsInFront() throws Exception {
    byte[] fingerprint = SchemaNormalization.parsingFingerprint("CRC-64-AVRO", schemaFile());
    assertThat(AlertAvro.bytes(classified(), "sensor-events"))
        .startsWith(0xC3, 0x01)
        .containsSequence(fingerprint);
  }

  /** Whoever changes the schema sees it here: fields are only added, with a default. */
  @Test
  void theBytesOfAnAlertAreThese() throws IOException {
    assertThat(HexFormat.of().formatHex(AlertAvro.bytes(classified(), "sensor-events")))
        .isEqualTo(Files.readString(GOLDEN).strip());
  }

  @Test
  void anAbsentNumberIsNull() throws IOException {
    GenericRecord alert = read(Alerts.alert(1, AlertStatus.OPEN, Double.NaN));
    assertThat(((GenericRecord) alert.get("evidence")).get("average")).isNull();
  }

  static Stream<Alert> alerts() {
    return Stream.of(
        Alerts.alert(1, AlertStatus.OPEN),
        Alerts.alert(7, AlertStatus.CLOSED),
        Alerts.alert(4, AlertStatus.FLAPPING),
        Alerts.alert(2, AlertStatus.OPEN, Double.NaN),
        Alerts.alert(2, AlertStatus.OPEN, Double.POSITIVE_INFINITY),
        Alerts.alert(2, AlertStatus.OPEN, -0.0),
        Alerts.alert(2, AlertStatus.OPEN, 1.23456789e-5),
        Alerts.alert(2, AlertStatus.OPEN, 999_999.5),
        Alerts.lateAndLong(Alerts.alert(3, AlertStatus.OPEN)),
        Alerts.resting(Alerts.alert(3, AlertStatus.OPEN), Evidences.full()),
        Alerts.resting(Alerts.alert(3, AlertStatus.OPEN), Evidences.atTheBegin()),
        Alerts.resting(Alerts.alert(3, AlertStatus.OPEN), Evidences.large()),
        Alerts.ill(
            Alerts.alert(3, AlertStatus.OPEN),
            new Ailment(HealthKind.FLAT, "vibration", Alerts.TIME),
            new Ailment(HealthKind.SILENT, null, Alerts.TIME)),
        classified());
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void itSaysWhatJsonSays(Alert alert) throws IOException {
    byte[] avro = AlertAvro.bytes(alert, "sensor-events");
    assertThat(tree(AlertValue.json(avro)))
        .isEqualTo(tree(AlertJson.bytes(alert, "sensor-events")));
  }

  @Test
  void everyKeyOfTheAlertInTheReadmeIsAFieldOfTheSchema() throws IOException {
    Matcher block =
        Pattern.compile("```json\n(\\{\"incident\".*?)```", Pattern.DOTALL)
            .matcher(Files.readString(README));
    assertThat(block.find()).isTrue();
    JsonNode alert = JSON.readTree(block.group(1));
    assertThat(schemaFile().getFields())
        .extracting(Schema.Field::name)
        .containsAll(alert::fieldNames);
  }

  private static Alert classified() {
    return Alerts.classified(
        Alerts.alert(2, AlertStatus.OPEN), new ClassProbability("leak", 0.8123456));
  }

  private static GenericRecord read(Alert alert) throws IOException {
    byte[] bytes = AlertAvro.bytes(alert, "sensor-events");
    BinaryDecoder decoder =
        DecoderFactory.get()
            .binaryDecoder(bytes, FRAMING_BYTES, bytes.length - FRAMING_BYTES, null);
    GenericRecord record = new GenericDatumReader<GenericRecord>(schemaFile()).read(null, decoder);
    assertThat(decoder.isEnd()).isTrue();
    return record;
  }

  private static Schema schemaFile() throws IOException {
    return new Schema.Parser().parse(SCHEMA_FILE.toFile());
  }

  private static JsonNode tree(byte[] json) throws IOException {
    return JSON.readTree(json);
  }
}
