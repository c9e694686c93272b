package dev.kilter.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertStatus;
import dev.kilter.job.config.AlertFormat;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRecordsTest {
  private final AlertRecords records = records(AlertFormat.JSON);

  @Test
  void anAlertIsKeyedByItsIncident() {
    ProducerRecord<byte[], byte[]> record = serialized(2, AlertStatus.OPEN);
    assertThat(record.topic()).isEqualTo("alerts");
    assertThat(record.partition()).isNull();
    assertThat(record.key()).asString().isEqualTo("5b1f");
    assertThat(record.timestamp()).isEqualTo(Alerts.TIME);
    assertThat(record.value())
        .isEqualTo(AlertJson.bytes(Alerts.alert(2, AlertStatus.OPEN), "sensor-events"));
  }

  @Test
  void itsHeadersAreACloudEvent() {
    assertThat(Alerts.headers(serialized(2, AlertStatus.OPEN)))
        .containsExactly(
            entry("ce_specversion", "1.0"),
            entry("ce_id", "5b1f/2"),
            entry("ce_type", "dev.kilter.incident.updated"),
            entry("ce_source", "/kilter/plant/pumps"),
            entry("ce_subject", "pump-17"),
            entry("ce_time", "2026-03-01T12:00:31Z"),
            entry("content-type", "application/json"));
  }

  @ParameterizedTest
  @CsvSource({"1, OPEN, opened", "2, OPEN, updated", "7, OPEN, updated", "2, CLOSED, closed"})
  void theTypeSaysWhatBecameOfTheIncident(int revision, AlertStatus status, String type) {
    assertThat(Alerts.headers(serialized(revision, status)))
        .containsEntry("ce_type", "dev.kilter.incident." + type);
  }

  @Test
  void asAvroOnlyValueAndContentTypeAreOthers() {
    Alert alert = Alerts.alert(2, AlertStatus.OPEN);
    ProducerRecord<byte[], byte[]> avro = records(AlertFormat.AVRO).serialize(alert, null, null);
    Map<String, String> headers = Alerts.headers(serialized(2, AlertStatus.OPEN));
    headers.put("content-type", "application/avro");
    assertThat(Alerts.headers(avro)).isEqualTo(headers);
    assertThat(avro.key()).asString().isEqualTo("5b1f");
    assertThat(avro.value()).isEqualTo(AlertAvro.bytes(alert, "sensor-events"));
  }

  private static AlertRecords records(AlertFormat format) {
    return new AlertRecords("plant", "sensor-events", "alerts", format);
  }

  private ProducerRecord<byte[], byte[]> serialized(int revision, AlertStatus status) {
    return records.serialize(Alerts.alert(revision, status), null, null);
  }
}
