package dev.kilter.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertStatus;
import dev.kilter.alert.ClassProbability;
import dev.kilter.health.Ailment;
import dev.kilter.health.HealthKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertJsonTest {

  @Test
  void anAlertIsThisLine() {
    assertThat(Alerts.text(AlertJson.bytes(Alerts.alert(2, AlertStatus.OPEN), "sensor-events")))
        .isEqualTo(
            "{\"incident\":\"5b1f\",\"revision\":2,\"status\":\"open\",\"cause\":\"worsened\","
                + "\"severity\":\"major\","
                + "\"detector\":\"pumps\",\"entity\":\"pump-17\","
                + "\"summary\":\"worse: vibration is 1.9, 4.75 times what its history says;"
                + " the score is 2.3 times its threshold\","
                + "\"since\":\"2026-03-01T12:00:05Z\","
                + "\"opened\":\"2026-03-01T12:00:07Z\",\"time\":\"2026-03-01T12:00:31Z\","
                + "\"sequences\":25,"
                + "\"score\":9.41235,\"threshold\":4.1,\"peak\":11,"
                + "\"channels\":[{\"name\":\"vibration\",\"observed\":1.9,\"expected\":0.4,"
                + "\"part\":0.812346},{\"name\":\"temperature\",\"observed\":-71234600,"
                + "\"expected\":0.0000001,\"part\":0.1}],\"health\":[],"
                + "\"model\":{\"name\":\"pump-lstm-ae\",\"version\":\"1\",\"sha256\":\"abc\"},"
                + "\"evidence\":{\"from\":\"2026-03-01T12:00:00Z\",\"to\":\"2026-03-01T12:00:31Z\","
                + "\"raw\":10.2,\"average\":9.1,"
                + "\"offsets\":{\"sensor-events-3\":[1841,1872],\"sensor-events-5\":[7,7]}}}");
  }

  @Test
  void whatAClassifierSaysStandsBehindTheChannels() {
    Alert alert =
        Alerts.classified(
            Alerts.alert(2, AlertStatus.OPEN),
            new ClassProbability("leak", 0.8123456),
            new ClassProbability("normal", 0.1));
    assertThat(Alerts.text(AlertJson.bytes(alert, "sensor-events")))
        .contains(
            "\"part\":0.1}],\"classes\":[{\"name\":\"leak\",\"probability\":0.812346},"
                + "{\"name\":\"normal\",\"probability\":0.1}],\"health\":[],\"model\":");
  }

  @Test
  void whatIsWrongWithTheEntityStandsBehindThat() {
    Alert alert =
        Alerts.ill(
            Alerts.alert(2, AlertStatus.OPEN),
            new Ailment(HealthKind.OUT_OF_RANGE, "vibration", Alerts.TIME),
            new Ailment(HealthKind.SILENT, null, Alerts.TIME));
    assertThat(Alerts.text(AlertJson.bytes(alert, "sensor-events")))
        .contains(
            "\"health\":[{\"kind\":\"out-of-range\",\"channel\":\"vibration\","
                + "\"since\":\"2026-03-01T12:00:31Z\"},"
                + "{\"kind\":\"silent\",\"since\":\"2026-03-01T12:00:31Z\"}],\"model\":");
  }

  @Test
  void withoutAnAverageBeforeThereIsNull() {
    byte[] json = AlertJson.bytes(Alerts.alert(1, AlertStatus.OPEN, Double.NaN), "sensor-events");
    assertThat(Alerts.text(json)).contains("\"raw\":10.2,\"average\":null,");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "100, 100",
    "0.1, 0.1",
    "123456.7, 123457",
    "-1234567, -1234570",
    "1e10, 10000000000",
    "1.23456789e-5, 0.0000123457",
    "NaN, null",
    "Infinity, null",
    "0.30000000000000004, 0.3",
    "999999.5, 1000000"
  })
  void numbersHaveSixDigitsAndNoExponent(double number, String json) {
    byte[] line = AlertJson.bytes(Alerts.alert(1, AlertStatus.OPEN, number), "sensor-events");
    assertThat(Alerts.text(line)).contains("\"average\":" + json + ",");
  }
}
