package dev.kilter.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilter.alert.AlertStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AlertAvroTest has what Avro becomes. */
class AlertValueTest {
  private static final byte[] AVRO =
      AlertAvro.bytes(Alerts.alert(2, AlertStatus.OPEN), "sensor-events");

  @Test
  void whatIsNoAvroIsHandedOn() throws IOException {
    byte[] json = AlertJson.bytes(Alerts.alert(2, AlertStatus.OPEN), "sensor-events");
    assertThat(AlertValue.json(json)).isSameAs(json);
    assertThat(AlertValue.json(new byte[0])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 10, 11, 40})
  void avroThatIsCutOffIsNoAlert(int length) {
    assertIsNoAlert(Arrays.copyOf(AVRO, length));
  }

  @Test
  void anotherSchemasFingerprintIsNoAlert() {
    byte[] other = AVRO.clone();
    other[4]++;
    assertIsNoAlert(other);
  }

  @Test
  void whatWasWrittenWithAFormerSchemaIsRead() throws IOException {
    String written = Files.readString(Path.of("src/test/resources/alert.1.avro.hex")).strip();
    JsonNode alert = new JsonMapper().readTree(AlertValue.json(HexFormat.of().parseHex(written)));
    assertThat(alert.path("incident").asText()).isEqualTo("5b1f");
    assertThat(alert.path("entity").asText()).isEqualTo("pump-17");
    assertThat(alert.path("evidence").path("offsets").path("sensor-events-3"))
        .hasToString("[1841,1872]");
  }

  private static void assertIsNoAlert(byte[] value) {
    assertThatThrownBy(() -> AlertValue.json(value))
        .isInstanceOf(IOException.class)
        .hasMessage("no alert in Avro, or of a schema that this version does not know");
  }
}
