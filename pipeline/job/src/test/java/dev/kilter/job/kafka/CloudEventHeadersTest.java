package dev.kilter.job.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudEventHeadersTest {

  @Test
  void theCloudEventsLibraryReadsThem() {
    CloudEvent event = read(record(Alerts.TIME));
    assertThat(event.getId()).isEqualTo("5b1f/1");
    assertThat(event.getType()).isEqualTo("dev.kilter.incident.opened");
    assertThat(event.getSource()).hasToString("/kilter/plant/pumps");
    assertThat(event.getSubject()).isEqualTo("Pumpe Süd");
    assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2026-03-01T12:00:31Z"));
    assertThat(event.getDataContentType()).isEqualTo("application/json");
    assertThat(event.getData().toBytes()).asString().isEqualTo("{}");
  }

  @Test
  void theTimeIsWrittenAsInAnAlert() {
    assertThat(Alerts.headers(record(Alerts.TIME + 250)))
        .containsEntry("ce_time", "2026-03-01T12:00:31.250Z");
  }

  @ParameterizedTest
  @CsvSource({
    "plant, pumps, /kilter/plant/pumps",
    "Werk 1, 50 %, /kilter/Werk%201/50%20%25",
    "a?b, c#d, /kilter/a%3Fb/c%23d",
    "Süd, 水, /kilter/S%C3%BCd/%E6%B0%B4",
    "a/b, [c], /kilter/a/b/%5Bc%5D",
    "a:b, //, /kilter/a:b///",
  })
  void namesThatAreNoUriAreEscapedInTheSource(String pipeline, String detector, String source) {
    assertThat(CloudEventHeaders.source(pipeline, detector)).isEqualTo(source);
  }

  private static ProducerRecord<byte[], byte[]> record(long timeMillis) {
    String source = CloudEventHeaders.source("plant", "pumps");
    return new CloudEventHeaders(
            "5b1f/1", "dev.kilter.incident.opened", source, "Pumpe Süd", timeMillis)
        .record("alerts", "5b1f", "application/json", "{}".getBytes(UTF_8));
  }

  private static CloudEvent read(ProducerRecord<byte[], byte[]> record) {
    try (CloudEventDeserializer library = new CloudEventDeserializer()) {
      return library.deserialize(record.topic(), record.headers(), record.value());
    }
  }
}
