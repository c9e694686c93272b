package dev.kilter.tools.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.io.IOException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordFieldsTest {

  @Test
  void anAlertInAvroIsReadAsOneInJson() throws IOException {
    AlertMessage alert = AlertMessage.of(RecordFields.of(record(AvroAlert.bytes())));
    assertThat(alert.about()).isEqualTo(new AlertMessage.About("5b1f", 1, "pumps", "pump-07"));
    assertThat(alert.opens()).isTrue();
    assertThat(alert.moment().opened()).isEqualTo(Instant.parse("2026-03-01T12:00:10Z"));
    assertThat(alert.excess().timesAtWorst()).isEqualTo(2.75);
    assertThat(alert.channels())
        .containsExactly(new AlertMessage.Reading("vibration", 4.9, Double.NaN, 0.62));
    assertThat(alert.classes()).isEmpty();
    assertThat(alert.summary()).isEqualTo("vibration is 4.90");
  }

  @Test
  void avroThatIsNoAlertIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> RecordFields.of(record(new byte[] {(byte) 0xC3, 1, 0})))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "alerts-0@17: this is no alert in Avro, or of a schema that this version does not know.");
  }

  private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
    return new ConsumerRecord<>("alerts", 0, 17, null, value);
  }
}
