package dev.kilter.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kilter.health.HealthKind;
import dev.kilter.health.HealthMessage;
import dev.kilter.health.HealthScope;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class HealthRecordsTest {
  private static final HealthScope VIBRATION = new HealthScope("pump-17", null, "vibration");

  private final HealthRecords records = new HealthRecords("plant", "health");

  @Test
  void aMessageIsThisLine() {
    String id = message(VIBRATION, HealthKind.FLAT, true).id("plant");
    assertThat(serialized(message(VIBRATION, HealthKind.FLAT, true)).value())
        .asString()
        .isEqualTo(
            "{\"health\":\""
                + id
                + "\",\"status\":\"began\",\"kind\":\"flat\",\"entity\":\"pump-17\","
                + "\"channel\":\"vibration\",\"since\":\"2026-03-01T12:00:00Z\","
                + "\"time\":\"2026-03-01T12:00:31Z\",\"detail\":\"vibration is stuck\"}");
  }

  @Test
  void ofADetectorItNamesTheDetector() {
    HealthScope scope = new HealthScope("pump-17", "pumps", null);
    assertThat(serialized(message(scope, HealthKind.TOO_FEW_CHANNELS, false)).value())
        .asString()
        .contains("\"status\":\"ended\",\"kind\":\"too-few-channels\"", "\"detector\":\"pumps\"")
        .doesNotContain("channel\"");
  }

  @Test
  void aMessageIsKeyedByItsEntityWithItsEventTime() {
    ProducerRecord<byte[], byte[]> record = serialized(message(VIBRATION, HealthKind.FLAT, true));
    assertThat(record.topic()).isEqualTo("health");
    assertThat(record.key()).asString().isEqualTo("pump-17");
    assertThat(record.timestamp()).isEqualTo(Alerts.TIME);
  }

  @Test
  void whatBeganAndWhatEndedAreOneThingToldTwice() {
    HealthMessage began = message(VIBRATION, HealthKind.FLAT, true);
    HealthMessage ended = message(VIBRATION, HealthKind.FLAT, false);
    assertThat(began.id("plant")).isEqualTo(ended.id("plant"));
    assertThat(Alerts.headers(serialized(began)))
        .containsEntry("ce_id", began.id("plant") + "/began")
        .containsEntry("ce_type", "dev.kilter.health.began");
    assertThat(Alerts.headers(serialized(ended)))
        .containsEntry("ce_id", began.id("plant") + "/ended")
        .containsEntry("ce_type", "dev.kilter.health.ended");
  }

  @Test
  void itsHeadersAreACloudEvent() {
    HealthMessage message = message(VIBRATION, HealthKind.FLAT, true);
    assertThat(Alerts.headers(serialized(message)))
        .containsExactly(
            entry("ce_specversion", "1.0"),
            entry("ce_id", message.id("plant") + "/began"),
            entry("ce_type", "dev.kilter.health.began"),
            entry("ce_source", "/kilter/plant"),
            entry("ce_subject", "pump-17"),
            entry("ce_time", "2026-03-01T12:00:31Z"),
            entry("content-type", "application/json"));
  }

  @Test
  void anotherKindIsAnotherThing() {
    assertThat(message(VIBRATION, HealthKind.FLAT, true).id("plant"))
        .isNotEqualTo(message(VIBRATION, HealthKind.SILENT, true).id("plant"));
  }

  private ProducerRecord<byte[], byte[]> serialized(HealthMessage message) {
    return records.serialize(message, null, null);
  }

  private static HealthMessage message(HealthScope scope, HealthKind kind, boolean began) {
    return new HealthMessage(
        scope, kind, began, Alerts.TIME - 31_000, Alerts.TIME, "vibration is stuck");
  }
}
