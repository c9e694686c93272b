package dev.kilter.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.alert.AlertStatus;
import java.io.IOException;
import java.util.Arrays;
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

  private static void assertIsNoAlert(byte[] value) {
    assertThatThrownBy(() -> AlertValue.json(value))
        .isInstanceOf(IOException.class)
        .hasMessage("no alert in Avro, or not of this version's schema");
  }
}
