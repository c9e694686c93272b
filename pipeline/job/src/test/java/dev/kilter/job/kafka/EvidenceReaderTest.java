package dev.kilter.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertStatus;
import dev.kilter.alert.Evidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceReaderTest {
  static Stream<Evidence> evidences() {
    return Stream.of(
        Evidences.full(),
        Evidences.atTheBegin(),
        Alerts.alert(1, AlertStatus.OPEN).findings().evidence());
  }

  @ParameterizedTest
  @MethodSource("evidences")
  void whatWasWrittenIsReadBackToTheBit(Evidence evidence) throws IOException {
    Alert alert = Alerts.resting(Alerts.alert(2, AlertStatus.OPEN), evidence);

    EvidenceReader.Read json = EvidenceReader.read(AlertJson.bytes(alert, "sensor-events"));
    EvidenceReader.Read avro =
        EvidenceReader.read(AlertValue.json(AlertAvro.bytes(alert, "sensor-events")));

    for (EvidenceReader.Read read : new EvidenceReader.Read[] {json, avro}) {
      assertThat(read.evidence())
          .usingRecursiveComparison()
          .withEqualsForType(Float::equals, Float.class)
          .withEqualsForType(Double::equals, Double.class)
          .isEqualTo(evidence);
      assertThat(read.topic()).isEqualTo("sensor-events");
      assertThat(read.shortened()).isFalse();
    }
  }

  @Test
  void evidenceForWhichThereIsNoRoomIsLeftOutAndThatIsSaid() throws IOException {
    Alert alert = Alerts.resting(Alerts.alert(2, AlertStatus.OPEN), Evidences.large());
    byte[] bytes = AlertJson.bytes(alert, "sensor-events");

    assertThat(bytes).hasSizeLessThan(2_000);
    assertThat(Alerts.text(bytes))
        .contains(
            "\"rows\":20000,\"baselines\":[{\"name\":\"vibration\",\"level\":2,\"spread\":3}]")
        .endsWith(",\"shortened\":true}}");
    assertThat(AlertAvro.bytes(alert, "sensor-events")).hasSizeLessThan(2_000);
    EvidenceReader.Read read = EvidenceReader.read(bytes);
    assertThat(read.shortened()).isTrue();
    assertThat(read.evidence().rows().count()).isEqualTo(20_000);
  }

  @Test
  void anAlertSaysItLikeThis() {
    Alert alert = Alerts.resting(Alerts.alert(2, AlertStatus.OPEN), Evidences.full());

    assertThat(Alerts.text(AlertJson.bytes(alert, "sensor-events")))
        .endsWith(
            "\"evidence\":{\"from\":\"2026-03-01T12:00:31Z\",\"to\":\"2026-03-01T12:00:31Z\","
                + "\"raw\":10.2,\"average\":9.1,"
                + "\"offsets\":{\"sensor-events-3\":[1841,1872],\"sensor-events-12\":[7,7]},"
                + "\"rows\":1,"
                + "\"filled\":[{\"name\":\"vibration\",\"rows\":[1,2,5],"
                + "\"values\":[0.43333334,null,1.7666667]},"
                + "{\"name\":\"flow\",\"rows\":[0],\"values\":[0.1]}],"
                + "\"measured\":[{\"name\":\"vibration\",\"rows\":[0,3],\"values\":[0.1,null]}],"
                + "\"baselines\":[{\"name\":\"vibration\",\"level\":1.2345678,"
                + "\"spread\":0.0000001}],"
                + "\"state\":{\"values\":\"zcyMPwZGwbIAAAAAwOHkSw==\","
                + "\"lead\":{\"from\":\"2026-03-01T12:00:22Z\",\"to\":\"2026-03-01T12:00:30Z\","
                + "\"rows\":3,\"afterMillis\":[0,5000,8000],"
                + "\"offsets\":{\"sensor-events-0\":[1,3]},"
                + "\"filled\":[{\"name\":\"flow\",\"rows\":[2],\"values\":[0.7666667]}],"
                + "\"measured\":[{\"name\":\"vibration\",\"rows\":[0],\"values\":[0.1]}]}}}}");
  }

  @Test
  void everyNumberOfANetworkIsReadBackToTheBit() {
    Random random = new Random(5);
    for (int draw = 0; draw < 100_000; draw++) {
      float number = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(number)) {
        assertThat(Float.parseFloat(ExactNumbers.json(number).asText())).isEqualTo(number);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"from\":\"2026-03-01T12:00:00Z\" | \"from\":\"noon\" | noon",
        "\"offsets\":{\"sensor-events-3\" | \"offsets\":{\"sensors\" | no partition such as",
        "\"rows\":[1,2,5] | \"rows\":[1] | as many values as rows",
        "zcyMPwZGwbIAAAAAwOHkSw== | zcyM | are no numbers of 4 bytes",
      })
  void evidenceThatIsNoneIsSaidSo(String from, String to, String why) {
    Evidence evidence =
        from.contains("from")
            ? Alerts.alert(2, AlertStatus.OPEN).findings().evidence()
            : Evidences.full();
    Alert alert = Alerts.resting(Alerts.alert(2, AlertStatus.OPEN), evidence);
    String json = Alerts.text(AlertJson.bytes(alert, "sensor-events"));
    assertThat(json).contains(from);

    assertThatThrownBy(
            () -> EvidenceReader.read(json.replace(from, to).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why);
  }
}
