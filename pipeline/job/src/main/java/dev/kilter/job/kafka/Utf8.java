package dev.kilter.job.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Text in records: keys and headers as UTF-8. */
final class Utf8 {
  private Utf8() {}

  static byte[] bytes(Object text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static void header(ProducerRecord<byte[], byte[]> record, String name, Object value) {
    record.headers().add(name, bytes(value));
  }
}
