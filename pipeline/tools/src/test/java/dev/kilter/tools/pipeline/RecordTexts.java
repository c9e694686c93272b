package dev.kilter.tools.pipeline;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** What records say, as tests compare it. */
final class RecordTexts {
  private RecordTexts() {}

  /** A record as the CloudEvents library reads it. */
  static CloudEvent cloudEvent(ConsumerRecord<byte[], byte[]> record) {
    try (CloudEventDeserializer library = new CloudEventDeserializer()) {
      return library.deserialize(record.topic(), record.headers(), record.value());
    }
  }

  static String header(Headers headers, String name) {
    return text(headers.lastHeader(name).value());
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
